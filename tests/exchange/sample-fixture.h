/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * Sample:
 *
 * A workspace in a folder of its own.
 */
typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
} Sample;

void sample_set_up_empty (Sample *self, gconstpointer data);
void sample_set_up (Sample *self, gconstpointer data);
void sample_tear_down (Sample *self, gconstpointer data);

GPtrArray *sample_select (Sample *self, const char *kind, const char *conditions);
guint sample_count (Sample *self, const char *kind, const char *conditions);
AccordRecord *sample_one (Sample *self, const char *kind, const char *conditions);
char *sample_titles (Sample *self, const char *kind, const char *conditions, const char *sort);
AccordRecord *sample_follow (Sample *self, AccordRecord *record, const char *field);
guint sample_count_all (Sample *self);
char *sample_dump (Sample *self);

void assert_int (AccordRecord *record, const char *field, gint64 value);
void assert_text (AccordRecord *record, const char *field, const char *value);
void assert_contains (AccordRecord *record, const char *field, const char *part);

G_END_DECLS
