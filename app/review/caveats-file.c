/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caveats-file.h"

#include "caveat-verdict.h"
#include "file-place.h"
#include "json-read.h"
#include "review-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a file says of caveats, on its way into a review. */
typedef struct
{
  AccordWriter *writer;
  AccordReader *reader;
  AccordFilePlace place;
  AccordRecord *review;
} Settling;

static AccordRecord *
find_caveat (const Settling *self, const char *words, GError **error)
{
  g_autoptr (GPtrArray) all = accord_review_list (self->reader, "caveat", "cases",
                                                  accord_record_get_int (self->review, "case"), error);
  AccordRecord *found = NULL;

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      if (g_strcmp0 (accord_record_get_uid (all->pdata[i]), words) != 0
          && g_strcmp0 (accord_record_get_text (all->pdata[i], "text"), words) != 0)
        continue;
      if (found != NULL)
        {
          accord_file_place_fail (&self->place, error,
                                  _ ("the case has more than one caveat “%s”; give its uid."), words);
          return NULL;
        }
      found = all->pdata[i];
    }
  if (found == NULL)
    accord_file_place_fail (&self->place, error, _ ("the case has no caveat “%s”."), words);
  return found != NULL ? g_object_ref (found) : NULL;
}

static gboolean
settle (const Settling *self, AccordRecord *caveat, const char *state, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return accord_caveat_verdict_write (self->writer, self->review, caveat, state, self->place.file->written,
                                      &reason)
         || accord_file_place_fail (&self->place, error, "%s", reason->message);
}

static gboolean
take_row (const Settling *self, JsonObject *row, GError **error)
{
  const char *words = row != NULL ? accord_json_get_text (row, "caveat") : NULL;
  const char *state = row != NULL ? accord_json_get_text (row, "state") : NULL;
  g_autoptr (AccordRecord) caveat = NULL;

  if (words == NULL)
    return accord_file_place_fail (&self->place, error, _ ("it does not say which: “caveat” is missing."));
  if (g_strcmp0 (state, "accepted") != 0 && g_strcmp0 (state, "open") != 0)
    return accord_file_place_fail (&self->place, error, _ ("“state” must be accepted or open."));
  caveat = find_caveat (self, words, error);
  return caveat != NULL && settle (self, caveat, state, error);
}

/**
 * accord_caveats_file_write:
 * @writer: the open change
 * @file: how they are kept
 * @rows: what is said of caveats
 * @error: return location for an error
 *
 * Keeps what the reviewers say of the answers to caveats that their organisation raised.
 *
 * Returns: %FALSE with %ACCORD_PACK_ERROR_FORMAT and the place of what is wrong; nothing of the change is to
 * be kept then
 */
gboolean
accord_caveats_file_write (AccordWriter *writer, const AccordCommentsFile *file, JsonArray *rows,
                           GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) review = accord_review_get (reader, "review", file->review, error);
  Settling self = { writer, reader, { file, TRUE, 0 }, review };

  if (review == NULL)
    return FALSE;
  for (self.place.index = 0; self.place.index < json_array_get_length (rows); self.place.index++)
    if (!take_row (&self, accord_json_get_row (rows, self.place.index), error))
      return FALSE;
  return TRUE;
}
