/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kinds.h"
#include "workspace.h"

/* A workspace of its own for each test, in a folder that goes with it. */
typedef struct
{
  char *folder;
  char *path;
  AccordSchema *schema;
  AccordWorkspace *workspace;
} Fixture;

#define fixture_add_test(path, function)                                                                     \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);

const AccordKind *fixture_kind (Fixture *fixture, const char *name);
AccordRecord *fixture_new (Fixture *fixture, const char *kind);
gint64 fixture_save (Fixture *fixture, AccordRecord *record);
void fixture_assert_refused (Fixture *fixture, AccordRecord *record, const char *label);
AccordRecord *fixture_get (Fixture *fixture, const char *kind, gint64 id);
void fixture_delete (Fixture *fixture, const char *kind, gint64 id);

gint64 fixture_add_named (Fixture *fixture, const char *kind, const char *name);
gint64 fixture_add_fund (Fixture *fixture, const char *name, gint64 pence);
gint64 fixture_add_allocation (Fixture *fixture, gint64 fund, const char *category, gint64 organisation,
                               gint64 year, gint64 pence);
gint64 fixture_add_payment (Fixture *fixture, gint64 fund, gint64 allocation, const char *category,
                            gint64 organisation, const char *date, gint64 pence);
