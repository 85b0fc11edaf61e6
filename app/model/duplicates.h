/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordDuplicate:
 * @one: the record that is more worth keeping: the one with a code, else the older
 * @other: the record that may be the same
 * @one_title: what @one is called
 * @other_title: what @other is called
 * @why: in a few words, translated
 *
 * Two records that may stand for the same thing.
 */
typedef struct
{
  gint64 one;
  gint64 other;
  char *one_title;
  char *other_title;
  const char *why;
} AccordDuplicate;

GPtrArray *accord_duplicates_find (AccordReader *reader, const AccordKind *kind, GError **error);

G_END_DECLS
