/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "output.h"

G_BEGIN_DECLS

/**
 * AccordJson:
 * @output: where the text goes
 * @depth: how many arrays and objects are open
 * @filled: a bit for each depth, set when something has been written there
 * @after_key: whether a member's name was written and its value is due
 *
 * Writes JSON as it comes, holding nothing back: a million rows take no more memory than one. The elements of
 * the outermost array stand on lines of their own. Put on the stack and start with accord_json_init().
 */
typedef struct
{
  AccordOutput *output;
  guint depth;
  guint64 filled;
  gboolean after_key;
} AccordJson;

void accord_json_init (AccordJson *self, AccordOutput *output);
void accord_json_begin_array (AccordJson *self);
void accord_json_end_array (AccordJson *self);
void accord_json_begin_object (AccordJson *self);
void accord_json_end_object (AccordJson *self);
void accord_json_key (AccordJson *self, const char *name);
void accord_json_string (AccordJson *self, const char *value);
void accord_json_int (AccordJson *self, gint64 value);
void accord_json_boolean (AccordJson *self, gboolean value);
void accord_json_null (AccordJson *self);
void accord_json_raw (AccordJson *self, const char *text);

void accord_json_member_string (AccordJson *self, const char *name, const char *value);
void accord_json_member_int (AccordJson *self, const char *name, gint64 value);
void accord_json_member_boolean (AccordJson *self, const char *name, gboolean value);

G_END_DECLS
