/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "homecoming.h"
#include "kinds.h"
#include "reading.h"
#include "respond.h"
#include "send.h"

G_BEGIN_DECLS

#define TODAY "2017-06-01"

/**
 * Partner:
 * @organisation: who they are, in the workspace that asks
 * @key: theirs
 * @reading: (nullable): their reading file, once it is open
 *
 * Somebody who is asked.
 */
typedef struct
{
  gint64 organisation;
  AccordKeyPair *key;
  AccordWorkspace *reading;
} Partner;

/**
 * Travel:
 *
 * A workspace with a whole business case, who asks, and two who are asked.
 */
typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *home;
  AccordKeyPair *key;
  gint64 business_case;
  gint64 asker;
  gint64 appraisal;
  gint64 caveat;
  gint64 awaited;
  gint64 document;
  Partner one;
  Partner two;
} Travel;

#define TRAVEL_TEST(path, func) g_test_add (path, Travel, NULL, travel_set_up, func, travel_tear_down)

void travel_set_up (Travel *self, gconstpointer data);
void travel_tear_down (Travel *self, gconstpointer data);

char *travel_path (Travel *self, const char *name);
GFile *travel_file (Travel *self, const char *name);
AccordWorkspace *travel_make_workspace (Travel *self, const char *name);
void travel_close (AccordWorkspace *workspace);

/* Records, in any workspace. */
AccordRecord *travel_new (AccordWorkspace *workspace, const char *kind);
gint64 travel_save (AccordWorkspace *workspace, AccordRecord *record);
AccordRecord *travel_get (AccordWorkspace *workspace, const char *kind, gint64 id);
AccordRecord *travel_find (AccordWorkspace *workspace, const char *kind, const char *uid);
char *travel_dup_uid (AccordWorkspace *workspace, const char *kind, gint64 id);
void travel_set_text (AccordWorkspace *workspace, const char *kind, gint64 id, const char *field,
                      const char *value);
void travel_delete (AccordWorkspace *workspace, const char *kind, gint64 id);
gint64 travel_count (AccordWorkspace *workspace, const char *kind);
void travel_undo (AccordWorkspace *workspace);
/* The journal's last line: the same as long as nothing was written. */
char *travel_dup_state (AccordWorkspace *workspace);
/* No problem is found in it. */
void travel_check (AccordWorkspace *workspace);

AccordDossier *travel_read (AccordWorkspace *workspace, gint64 business_case);
gint64 travel_case (AccordWorkspace *workspace);

/* The way. All of these must succeed. */
AccordPack *travel_send (Travel *self, const char *name);
AccordPack *travel_send_from (Travel *self, AccordWorkspace *from, gint64 business_case, gint64 asker,
                              const gint64 *to, gsize n_to, AccordKeyPair *key, const char *name);
AccordPack *travel_open_pack (GFile *file);
void travel_start (Travel *self, Partner *partner, AccordPack *pack);
gint64 travel_comment (Partner *partner, const char *sort, const char *text);
void travel_decide (Partner *partner, const char *outcome, const char *words);
AccordPack *travel_return (Travel *self, Partner *partner, const char *name);
AccordHomecoming *travel_plan (AccordWorkspace *workspace, AccordPack *pack);
/* @change: whether there is one */
void travel_take (AccordWorkspace *workspace, AccordPack *pack, AccordHomecoming *home, gboolean change);
void travel_merge (AccordWorkspace *workspace, AccordPack *pack, gboolean change);
gint64 travel_review (Partner *partner);

G_END_DECLS
