/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/goto-rank.h"
#include "shell/pin-list.h"
#include "shell/places.h"
#include "shell/recent.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordGotoContext:
 * @workspace: where is looked
 * @pins: what is pinned there
 * @recent: what was looked at there
 * @enabled: tells whether an action of the window can be done now
 * @label: (nullable): gives better words for an action than its usual ones, or %NULL
 * @data: for @enabled and @label
 *
 * What the window knows that is to be found.
 */
typedef struct
{
  AccordWorkspace *workspace;
  AccordPinList *pins;
  AccordRecent *recent;
  gboolean (*enabled) (const char *action, gpointer data);
  char *(*label) (const char *action, gpointer data);
  gpointer data;
} AccordGotoContext;

/**
 * AccordGotoChoice:
 * @rank: where it stands among the others
 * @section: (nullable): the heading it stands under, translated
 * @title: what it is called
 * @detail: (nullable): the words around what was found, the matched ones between U+2068 and U+2069
 * @what: (nullable): the sort of thing it is, translated
 * @keys: (nullable): its key, as GTK writes keys
 * @icon_name: (nullable): its picture
 * @place: (nullable): the place to go to
 * @record: the record to show there, or 0
 * @query: (nullable): what its list is narrowed to
 * @action: (nullable): the action to do, or %NULL where it is somewhere to go
 * @target: (nullable): the action's parameter, a string
 *
 * Something that was found.
 */
typedef struct
{
  AccordRank rank;
  const char *section;
  char *title;
  char *detail;
  const char *what;
  const char *keys;
  const char *icon_name;
  const AccordPlace *place;
  gint64 record;
  AccordQuery *query;
  const char *action;
  const char *target;
} AccordGotoChoice;

void accord_goto_choice_free (AccordGotoChoice *self);
char *accord_goto_choice_dup_spoken (const AccordGotoChoice *self);

void accord_goto_find_async (const AccordGotoContext *context, const char *words, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
GPtrArray *accord_goto_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
