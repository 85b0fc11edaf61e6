/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordRecentItem:
 * @place: a place's word
 * @record: the record that was looked at there, or 0 for the place itself
 *
 * Something that was looked at.
 */
typedef struct
{
  char *place;
  gint64 record;
} AccordRecentItem;

/**
 * AccordRecent:
 *
 * What was looked at lately, the last first, each once.
 */
typedef struct _AccordRecent AccordRecent;

AccordRecent *accord_recent_new (void);
void accord_recent_free (AccordRecent *self);

void accord_recent_add (AccordRecent *self, const char *place, gint64 record, gboolean instead);
guint accord_recent_get_n (AccordRecent *self);
const AccordRecentItem *accord_recent_get (AccordRecent *self, guint index);
guint accord_recent_find (AccordRecent *self, const char *place, gint64 record);

char **accord_recent_dup_words (AccordRecent *self);
void accord_recent_take_words (AccordRecent *self, const char *const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRecent, accord_recent_free)

G_END_DECLS
