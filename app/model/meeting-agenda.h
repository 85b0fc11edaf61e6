/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting-text.h"

G_BEGIN_DECLS

/**
 * AccordAgendaItem:
 * @item: the agenda item, or %NULL for what came of the meeting under no item
 * @title: what it is called
 * @number: its number on the agenda, or %NULL
 * @outcome: what came of it, in a few words
 * @text: its text, with the records that were made of it
 * @incomplete: whether its text, or a decision under it, stops before its end
 *
 * One item of a meeting.
 */
typedef struct
{
  AccordRecord *item;
  char *title;
  char *number;
  char *outcome;
  AccordText *text;
  gboolean incomplete;
} AccordAgendaItem;

/**
 * AccordOwed:
 * @owner: who owes it, or %NULL where the record does not say
 * @actions: (element-type AccordRecord): what is open, the earliest due first
 *
 * What one person or body still owes.
 */
typedef struct
{
  char *owner;
  GPtrArray *actions;
} AccordOwed;

/**
 * AccordAgenda:
 * @meeting: the meeting
 * @items: (element-type AccordAgendaItem): in the order of the agenda
 * @n_items: how many items the agenda has, without what stands under none
 * @n_incomplete: how many of them are incomplete
 * @n_actions: how many actions were agreed or reported
 * @owed: (element-type AccordOwed): those of them that are open, by owner
 *
 * A meeting: what was on the agenda, what came of it, and who owes what.
 */
typedef struct
{
  AccordRecord *meeting;
  GPtrArray *items;
  guint n_items;
  guint n_incomplete;
  guint n_actions;
  GPtrArray *owed;
} AccordAgenda;

void accord_agenda_free (AccordAgenda *self);
AccordAgenda *accord_agenda_read (AccordReader *reader, gint64 meeting, GError **error);

guint accord_text_count (AccordText *self, const char *kind, const char *field, const char *state);
char *accord_text_dup_outcome (AccordText *self, AccordRecord *item);
GPtrArray *accord_owed_by_owner (GPtrArray *actions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAgenda, accord_agenda_free)

G_END_DECLS
