/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caveat-verdict.h"

#include "dossier-check.h"
#include "dossier-read.h"
#include "pack-error.h"
#include "review-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean G_GNUC_PRINTF (2, 3) fail (GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED, what);
  return FALSE;
}

/**
 * accord_caveat_is_of_reviewer:
 * @reader: a reader
 * @review: a review
 * @caveat: a caveat
 *
 * Only who raised a caveat says whether the answer is enough.
 *
 * Returns: whether the organisation of the review raised it, in any review or by a board of its own
 */
gboolean
accord_caveat_is_of_reviewer (AccordReader *reader, AccordRecord *review, AccordRecord *caveat)
{
  gint64 organisation = accord_record_get_int (review, "organisation");
  gint64 body = accord_record_get_int (caveat, "raised-by"), id = accord_record_get_int (caveat, "review");
  g_autoptr (AccordRecord) raised =
      id != ACCORD_UNKNOWN ? accord_review_get (reader, "review", id, NULL) : NULL;

  if (organisation == ACCORD_UNKNOWN)
    return FALSE;
  return (raised != NULL && accord_record_get_int (raised, "organisation") == organisation)
         || accord_review_get_organisation_of_body (reader, body) == organisation;
}

/* A caveat that was open again is answered as before once the answer is enough after all: on the day that
 * came with the case, as long as the answer is the one that came. */
static void
restore_day (AccordReader *reader, AccordRecord *review, AccordRecord *caveat)
{
  gint64 version = accord_record_get_int (review, "version");
  g_autoptr (AccordDossier) came =
      version != ACCORD_UNKNOWN ? accord_dossier_read_version (reader, version, NULL) : NULL;
  const AccordDossierRecord *before =
      came != NULL ? g_hash_table_lookup (came->records, accord_record_get_uid (caveat)) : NULL;
  g_autofree char *response = NULL, *day = NULL;

  if (before == NULL || strcmp (before->kind, "caveat") != 0)
    return;
  response = accord_dossier_record_dup_text (before, "response");
  day = accord_dossier_record_dup_text (before, "answered-on");
  if (g_strcmp0 (response, accord_record_get_text (caveat, "response")) == 0)
    accord_record_set_text (caveat, "answered-on", day);
}

static void
set_state (AccordReader *reader, AccordRecord *review, AccordRecord *caveat, const char *state,
           const char *today)
{
  const gboolean accepted = strcmp (state, "accepted") == 0;

  if (accepted && accord_record_get_text (caveat, "answered-on") == NULL)
    restore_day (reader, review, caveat);
  /* What is open has no day on which it was answered; who wrote the answer, and its words, stay. */
  if (!accepted)
    accord_record_set_text (caveat, "answered-on", NULL);
  accord_record_set_text (caveat, "state", state);
  accord_record_set_text (caveat, "accepted-on", accepted ? today : NULL);
  accord_record_set_text (caveat, "accepted-by", accepted ? accord_record_get_text (review, "who") : NULL);
}

/**
 * accord_caveat_verdict_write:
 * @writer: the open change
 * @review: the review in which it is said
 * @caveat: a caveat, as it is kept
 * @state: "accepted" for an answer that is enough, "open" for one that is not
 * @today: the day on which it is said
 * @error: return location for an error
 *
 * Keeps what a reviewer says of the answer to a caveat of their organisation. One that is so already is left
 * as it is.
 *
 * Returns: %FALSE with %ACCORD_PACK_ERROR_ASKED where it is not theirs to say or there is no answer yet, or
 * with another error where it cannot be kept
 */
gboolean
accord_caveat_verdict_write (AccordWriter *writer, AccordRecord *review, AccordRecord *caveat,
                             const char *state, const char *today, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const char *text = accord_record_get_text (caveat, "text");

  if (!accord_caveat_is_of_reviewer (reader, review, caveat))
    return fail (error, _ ("“%s” was raised by somebody else: only they say whether the answer is enough."),
                 text);
  if (strcmp (state, "accepted") == 0 && accord_record_get_text (caveat, "response") == NULL)
    return fail (error, _ ("“%s” has no answer yet that could be accepted."), text);
  if (g_strcmp0 (accord_record_get_text (caveat, "state"), state) == 0)
    return TRUE;
  set_state (reader, review, caveat, state, today);
  return accord_writer_update (writer, caveat, error);
}
