/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordUpdate:
 * @date: the day as an ISO date, or %NULL where it is not known
 * @words: what was reported
 *
 * One line of the updates of an action.
 */
typedef struct
{
  char *date;
  char *words;
} AccordUpdate;

GPtrArray *accord_action_updates (const char *updates);
char *accord_action_updates_add (const char *updates, const char *date, const char *words);
char *accord_action_updates_dup_latest (const char *updates);

G_END_DECLS
