/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "form/detail-page.h"
#include "form/form.h"
#include "kinds.h"
#include "workspace.h"

/* A workspace of its own for each test, and a window to put things in. */
typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  GtkWidget *window;
} FormFixture;

#define form_fixture_add_test(path, function)                                                                \
  g_test_add (path, FormFixture, NULL, form_fixture_set_up, function, form_fixture_tear_down)

void form_fixture_set_up (FormFixture *self, gconstpointer data);
void form_fixture_tear_down (FormFixture *self, gconstpointer data);

const AccordKind *form_fixture_kind (FormFixture *self, const char *name);
AccordRecord *form_fixture_new (FormFixture *self, const char *kind, const char *name);
gint64 form_fixture_save (FormFixture *self, AccordRecord *record);
gint64 form_fixture_add (FormFixture *self, const char *kind, const char *name);
AccordRecord *form_fixture_get (FormFixture *self, const char *kind, gint64 id);
void form_fixture_set (FormFixture *self, const char *kind, gint64 id, const char *field, const char *value);
void form_fixture_present (FormFixture *self, GtkWidget *widget);
AccordDetailPage *form_fixture_open_page (FormFixture *self, const char *kind, gint64 id);

gboolean form_fixture_tab_reaches (FormFixture *self, GtkWidget *widget);
gboolean form_fixture_has_text (GtkWidget *within, const char *text);
void form_fixture_tell (GtkWidget *within);
void form_fixture_await (GtkWidget *within, const char *text);
void form_fixture_await_no (GtkWidget *within, const char *text);
GtkWidget *form_fixture_find_button (GtkWidget *within, const char *label);
AccordForm *form_fixture_form (FormFixture *self, AccordRecord *record);
GtkEditable *form_fixture_entry (AccordForm *form, const char *field);
void form_fixture_type (AccordForm *form, const char *field, const char *text);
