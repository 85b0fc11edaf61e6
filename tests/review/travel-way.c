/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "dossier-read.h"

#include <string.h>

AccordPack *
travel_open_pack (GFile *file)
{
  g_autoptr (GError) error = NULL;
  AccordPack *pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

AccordPack *
travel_send_from (Travel *self, AccordWorkspace *from, gint64 business_case, gint64 asker, const gint64 *to,
                  gsize n_to, AccordKeyPair *key, const char *name)
{
  g_autoptr (GFile) file = travel_file (self, name);
  const AccordSend send = { .business_case = business_case,
                            .organisations = to,
                            .n_organisations = n_to,
                            .due = "2017-07-01",
                            .from = asker,
                            .signer = key,
                            .file = file,
                            .today = TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_review_send (from, &send, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return travel_open_pack (file);
}

AccordPack *
travel_send (Travel *self, const char *name)
{
  const gint64 to[] = { self->one.organisation, self->two.organisation };

  return travel_send_from (self, self->home, self->business_case, 0, to, 2, self->key, name);
}

/* The review that a pack asks a partner for. */
static const char *
find_review (Travel *self, Partner *partner, AccordPack *pack)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *uid = travel_dup_uid (self->home, "organisation", partner->organisation);

  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *to = manifest->to->pdata[i];

      if (strcmp (to->uid, uid) == 0)
        return to->review;
    }
  g_assert_not_reached ();
}

void
travel_start (Travel *self, Partner *partner, AccordPack *pack)
{
  g_autofree char *folder = travel_path (self, "reviews");
  g_autoptr (GError) error = NULL;

  travel_close (partner->reading);
  partner->reading = accord_reading_open (pack, find_review (self, partner, pack), self->schema, folder, NULL,
                                          NULL, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
ask_reading (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reading_read (reader, error);
}

gint64
travel_review (Partner *partner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordReading) reading =
      accord_workspace_read (partner->reading, ask_reading, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading->review;
}

gint64
travel_comment (Partner *partner, const char *sort, const char *text)
{
  g_autoptr (AccordRecord) comment = travel_new (partner->reading, "comment");

  accord_record_set_text (comment, "text", text);
  accord_record_set_text (comment, "sort", sort);
  accord_record_set_int (comment, "case", travel_case (partner->reading));
  accord_record_set_int (comment, "review", travel_review (partner));
  accord_record_set_text (comment, "section", "economic");
  return travel_save (partner->reading, comment);
}

typedef struct
{
  gint64 review;
  AccordDecision decision;
} Deciding;

static gboolean
decide (AccordWriter *writer, gpointer data, GError **error)
{
  Deciding *deciding = data;

  return accord_review_decide (writer, deciding->review, &deciding->decision, error);
}

void
travel_decide (Partner *partner, const char *outcome, const char *words)
{
  Deciding deciding = { travel_review (partner),
                        { outcome, "Board", "2017-06-20", words, "Finance Director" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (partner->reading, "Decide", decide, &deciding, NULL, &error);

  g_assert_no_error (error);
}

AccordPack *
travel_return (Travel *self, Partner *partner, const char *name)
{
  g_autoptr (GFile) file = travel_file (self, name);
  const AccordRespond respond = { .signer = partner->key, .file = file, .today = "2017-06-21" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_review_respond (partner->reading, &respond, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return travel_open_pack (file);
}

static gpointer
ask_plan (AccordReader *reader, gpointer data, GError **error)
{
  return accord_homecoming_read (reader, data, error);
}

AccordHomecoming *
travel_plan (AccordWorkspace *workspace, AccordPack *pack)
{
  g_autoptr (GError) error = NULL;
  AccordHomecoming *home = accord_workspace_read (workspace, ask_plan, pack, NULL, &error);

  g_assert_no_error (error);
  return home;
}

void
travel_take (AccordWorkspace *workspace, AccordPack *pack, AccordHomecoming *home, gboolean change)
{
  g_autofree char *before = travel_dup_state (workspace), *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) made =
      accord_homecoming_apply (workspace, pack, home, TRUE, NULL, "2017-06-25", NULL, &error);

  g_assert_no_error (error);
  g_assert_true ((made != NULL) == change);
  after = travel_dup_state (workspace);
  g_assert_true ((strcmp (before, after) != 0) == change);
}

void
travel_merge (AccordWorkspace *workspace, AccordPack *pack, gboolean change)
{
  g_autoptr (AccordHomecoming) home = travel_plan (workspace, pack);

  g_assert_cmpuint (accord_homecoming_count_undecided (home), ==, 0);
  travel_take (workspace, pack, home, change);
}
