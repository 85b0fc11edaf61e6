/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "server.h"

G_BEGIN_DECLS

/* A meeting that the council below has on its site; its day as the service writes it: 10/02/2026. */
typedef struct
{
  const char *code;
  const char *committee;
  char *day;
  const char *status;
  const char *minutes;
} Meeting;

/* What the site does instead of answering, from some request on. */
typedef enum
{
  WELL,
  FORBIDS,
  HAS_NONE,
  ERROR_PAGE,
  SCRIPT,
  BUSY,
  CUTS,
  EMPTY,
  OTHER_XML,
  OTHER_MEETING,
} Mood;

/*
 * Council: a council's site on the loopback interface, with a web service of the shape of modern.gov's.
 *
 * @meetings: (array length=n_meetings): what it has; a test may change them between two refreshes
 * @mood: how it answers once @well_for requests were answered well
 * @broken: (nullable): the number of a meeting that it answers for by @broken_mood at any time
 * @asked: (element-type utf8): the numbers of the meetings that were asked for
 */
typedef struct
{
  Meeting meetings[8];
  guint n_meetings;
  Mood mood;
  guint well_for;
  const char *broken;
  Mood broken_mood;
  guint hang_at;
  GCancellable *cancel_at_hang;

  GMutex lock;
  GPtrArray *asked;
  GPtrArray *paths;
  Server *server;
} Council;

void council_start (Council *self);
void council_stop (Council *self);
char *council_address (Council *self, const char *path);
void council_add (Council *self, const char *code, const char *committee, const char *iso, const char *status,
                  const char *minutes);
guint council_forget (Council *self);
gboolean council_was_asked (Council *self, const char *path_part);

G_END_DECLS
