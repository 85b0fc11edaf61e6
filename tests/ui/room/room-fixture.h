/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../../review/travel.h"
#include "../fixture.h"

/* The reading room of a partner in a window. */
typedef struct
{
  Travel travel;
  GtkWidget *window;
  GtkWidget *page;
} Room;

#define ROOM_TEST(path, func) g_test_add (path, Room, NULL, room_set_up, func, room_tear_down)

/* The room of the first partner, with a case that has a section of its own. */
void room_set_up (Room *self, gconstpointer data);
/* There is no room yet: what is sent is the test's. room_open() opens it. */
void room_set_up_home (Room *self, gconstpointer data);
void room_open (Room *self, AccordWorkspace *reading);
void room_tear_down (Room *self, gconstpointer data);

/* Waits until words are to be read, or until they are not. */
void room_await (GtkWidget *within, const char *words);
void room_await_gone (GtkWidget *within, const char *words);
/* Waits until the reading file has as many of a kind. */
void room_await_count (Room *self, const char *kind, gint64 n);
/* The first widget of a style class. Returns: (nullable) */
GtkWidget *room_find_class (GtkWidget *within, const char *style_class);
