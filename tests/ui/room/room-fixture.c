/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-fixture.h"

#include "room/room-page.h"

#include <string.h>

void
room_open (Room *self, AccordWorkspace *reading)
{
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  self->page = accord_room_page_new (reading);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
room_set_up_home (Room *self, gconstpointer data)
{
  travel_set_up (&self->travel, NULL);
}

void
room_set_up (Room *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = NULL;

  travel_set_up (&self->travel, NULL);
  travel_set_text (self->travel.home, "case", self->travel.business_case, "economic",
                   "Ten years are counted.\n\n# Appraisal\nIt rests on **six in ten** of those in need.");
  pack = travel_send (&self->travel, "request.accordpack");
  travel_start (&self->travel, &self->travel.one, pack);
  room_open (self, self->travel.one.reading);
}

void
room_tear_down (Room *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
  travel_tear_down (&self->travel, NULL);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget *within;
  const char *words;
  gboolean gone;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return says (wanted->within, wanted->words) != wanted->gone;
}

void
room_await (GtkWidget *within, const char *words)
{
  Wanted wanted = { within, words, FALSE };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is not there", words);
}

void
room_await_gone (GtkWidget *within, const char *words)
{
  Wanted wanted = { within, words, TRUE };

  if (!ui_wait_until (is_there, &wanted))
    g_error ("“%s” is still there", words);
}

GtkWidget *
room_find_class (GtkWidget *within, const char *style_class)
{
  if (gtk_widget_has_css_class (within, style_class))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = room_find_class (child, style_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  AccordWorkspace *workspace;
  const char *kind;
  gint64 n;
} Counted;

static gboolean
is_counted (gpointer data)
{
  const Counted *counted = data;

  return travel_count (counted->workspace, counted->kind) == counted->n;
}

void
room_await_count (Room *self, const char *kind, gint64 n)
{
  Counted counted = { self->travel.one.reading, kind, n };

  g_assert_true (ui_wait_until (is_counted, &counted));
}
