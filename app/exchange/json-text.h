/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/**
 * AccordJsonText:
 * @text: what is written so far
 * @depth: how many arrays and objects are open
 * @empty: whether nothing stands yet in the innermost of them
 *
 * Writes JSON that people can read as well: numbers exactly as they are, a member a line.
 */
typedef struct
{
  GString *text;
  guint depth;
  gboolean empty;
} AccordJsonText;

void accord_json_text_open (AccordJsonText *self, const char *key, char bracket);
void accord_json_text_close (AccordJsonText *self, char bracket);
void accord_json_text_string (AccordJsonText *self, const char *key, const char *value);
void accord_json_text_whole (AccordJsonText *self, const char *key, gint64 value);
void accord_json_text_decimal (AccordJsonText *self, const char *key, AccordDecimal value);
void accord_json_text_boolean (AccordJsonText *self, const char *key, gboolean value);

G_END_DECLS
