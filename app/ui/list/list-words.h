/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordListState:
 * @ACCORD_LIST_STATE_ROWS: there are rows to show
 * @ACCORD_LIST_STATE_LOADING: nobody knows yet
 * @ACCORD_LIST_STATE_EMPTY: nothing has been recorded here
 * @ACCORD_LIST_STATE_NO_MATCH: something has, but nothing that is searched for
 * @ACCORD_LIST_STATE_FAILED: it could not be read
 *
 * What a list shows.
 */
typedef enum
{
  ACCORD_LIST_STATE_ROWS,
  ACCORD_LIST_STATE_LOADING,
  ACCORD_LIST_STATE_EMPTY,
  ACCORD_LIST_STATE_NO_MATCH,
  ACCORD_LIST_STATE_FAILED,
} AccordListState;

/**
 * AccordListImport:
 * @kind: what is listed
 * @label: what the button says, with a mnemonic (untranslated)
 * @action: what it does
 *
 * How records can be brought in from elsewhere.
 */
typedef struct
{
  const char *kind;
  const char *label;
  const char *action;
} AccordListImport;

AccordListState accord_list_state (guint n_items, gboolean complete, gboolean failed, gboolean narrowed);
char *accord_list_dup_number (guint64 number);
char *accord_list_dup_noun (const char *label);
char *accord_list_dup_count (guint n_items, guint n_selected, gint64 n_all, gboolean complete,
                             gboolean narrowed, const char *singular, const char *plural);
const AccordListImport *accord_list_find_import (const char *kind);
const char *accord_list_get_import_words (const AccordListImport *import);

G_END_DECLS
