/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homecoming-title.h"

#include "date.h"
#include "dossier-check.h"
#include "review-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record may be called as another is, and that as a third: a share as its outcome line. */
#define DEEPEST 4

static char *
dup_title (AccordVoice *voice, const AccordDossierRecord *record, guint depth)
{
  const AccordKind *kind = accord_review_kind (voice->reader, record->kind);
  const AccordField *field = &kind->fields[kind->title_field];
  g_autofree char *text = accord_dossier_record_dup_text (record, field->name);
  const AccordDossierRecord *other;
  const char *label;

  if (text == NULL)
    return NULL;
  if (field->type == ACCORD_FIELD_CHOICE)
    {
      label = accord_field_choice_label (field, text);
      return g_strdup (label != NULL ? label : text);
    }
  if (field->type != ACCORD_FIELD_REFERENCE)
    return g_steal_pointer (&text);
  other = g_hash_table_lookup (voice->theirs->records, text);
  if (other == NULL)
    other = g_hash_table_lookup (voice->ours->records, text);
  /* It may be of a kind that nobody here knows. */
  if (other != NULL && strcmp (other->kind, field->target) != 0)
    return NULL;
  return other != NULL && depth < DEEPEST ? dup_title (voice, other, depth + 1) : NULL;
}

/**
 * accord_homecoming_dup_title:
 * @voice: whose voice the pack has
 * @record: a record of the pack
 *
 * Returns: (transfer full): what people call it
 */
char *
accord_homecoming_dup_title (AccordVoice *voice, const AccordDossierRecord *record)
{
  const AccordDossierRecord *ours = g_hash_table_lookup (voice->ours->records, record->uid);
  const AccordKind *kind = accord_review_kind (voice->reader, record->kind);
  /* A record that is here is called as it is here: under another name nobody would know it. */
  char *title = ours != NULL ? dup_title (voice, ours, 0) : NULL;

  if (title == NULL)
    title = dup_title (voice, record, 0);
  return title != NULL ? title : g_strdup (_ (kind->label));
}

static void
add (AccordHomecoming *self, char *remark)
{
  g_ptr_array_add (self->remarks, remark);
}

static void
remark_on_version (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT name, uid FROM version WHERE \"case\" = ?1 AND deleted IS NULL AND sort = 'sent' ORDER BY id "
      "DESC LIMIT 1",
      NULL);

  if (rows == NULL || manifest->kind != ACCORD_PACK_RESPONSE)
    return;
  if (self->unasked)
    {
      add (self, g_strdup_printf (
                     /* Translators: a version of a business case. */
                     _ ("This workspace knows nothing of having sent “%s”: it was sent from another copy of "
                        "it, or the sending was undone."),
                     manifest->version_name != NULL ? manifest->version_name : manifest->case_name));
      return;
    }
  accord_rows_bind_int (rows, 1, self->business_case);
  if (accord_rows_next (rows, NULL) && g_strcmp0 (accord_rows_text (rows, 1), manifest->version_uid) != 0)
    /* Translators: two versions of a business case. */
    add (self, g_strdup_printf (_ ("It answers “%s”; “%s” has been sent since."), manifest->version_name,
                                accord_rows_text (rows, 0)));
}

static void
remark_on_due (AccordHomecoming *self, const AccordPackManifest *manifest)
{
  g_autofree char *made = g_strndup (manifest->made, 10);
  g_autofree char *due = manifest->due != NULL ? accord_date_format (manifest->due) : NULL;
  g_autofree char *on = accord_date_format (made);

  if (manifest->kind == ACCORD_PACK_RESPONSE && due != NULL && on != NULL
      && accord_date_is_past (manifest->due, made))
    add (self, g_strdup_printf (_ ("The answer was wanted by %s and was made on %s."), due, on));
}

static void
remark_on_organisation (AccordHomecoming *self, const AccordPackManifest *manifest)
{
  const AccordDossierRecord *review = manifest->from->review != NULL
                                          ? g_hash_table_lookup (self->ours->records, manifest->from->review)
                                          : NULL;

  if (self->organisation == 0)
    add (self, g_strdup_printf (_ ("“%s”, who signed, is not an organisation of this workspace."),
                                manifest->from->name));
  if (manifest->kind == ACCORD_PACK_RESPONSE && review == NULL && !self->unasked)
    add (self, g_strdup_printf (_ ("“%s” was never asked for this review."), manifest->from->name));
}

/* A caveat whose answer they accepted, or sent back, while another stands here: that is not true of it. */
static void
remark_on_answers (AccordHomecoming *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];
      const AccordDossierRecord *theirs = g_hash_table_lookup (self->theirs->records, item->uid);
      const AccordDossierRecord *ours = g_hash_table_lookup (self->ours->records, item->uid);
      g_autofree char *state = theirs != NULL ? accord_dossier_record_dup_text (theirs, "state") : NULL;
      gboolean left = FALSE;

      for (guint j = 0; !item->theirs_to_say && j < item->fields->len; j++)
        left |= strcmp (((AccordMergeField *) item->fields->pdata[j])->field, "state") == 0;
      if (left && strcmp (item->kind->name, "caveat") == 0 && ours != NULL
          && !accord_voice_knows_answer (theirs, ours))
        add (self,
             g_strdup_printf (g_strcmp0 (state, "accepted") == 0
                                  ? _ ("They accepted an answer to “%s” that is not the one here: the caveat "
                                       "stays as it is.")
                                  : _ ("They say that an answer to “%s” is not enough, but it is not the one "
                                       "here: the caveat stays as it is."),
                              item->title));
    }
}

static void
remark_on_left (AccordHomecoming *self)
{
  if (self->n_left > 0)
    add (self, g_strdup_printf (
                   ngettext ("%u change is not theirs to say and stays out unless it is taken on purpose.",
                             "%u changes are not theirs to say and stay out unless they are taken on "
                             "purpose.",
                             self->n_left),
                   self->n_left));
}

/* Documents whose file neither came along nor is here. */
static void
remark_on_documents (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest)
{
  g_autoptr (GHashTable) came = g_hash_table_new (g_str_hash, g_str_equal);

  (void) reader;
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const AccordPackPart *part = manifest->parts->pdata[i];

      if (part->document != NULL)
        g_hash_table_add (came, part->document);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];

      if (item->sort == ACCORD_HOME_NEW && strcmp (item->kind->name, "document") == 0
          && !g_hash_table_contains (came, item->uid))
        add (self, g_strdup_printf (_ ("The file of “%s” did not come along."), item->title));
    }
}

/**
 * accord_homecoming_remark:
 * @reader: a reader
 * @self: a plan
 * @manifest: of the pack
 *
 * Fills in the remarks: what a person should know before they choose.
 */
void
accord_homecoming_remark (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest)
{
  remark_on_organisation (self, manifest);
  remark_on_version (reader, self, manifest);
  remark_on_due (self, manifest);
  remark_on_answers (self);
  remark_on_left (self);
  remark_on_documents (reader, self, manifest);
}
