/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homecoming-voice.h"

#include "dossier-check.h"
#include "dossier-private.h"
#include "review-records.h"

#include <string.h>

static const AccordDossierRecord *
find (const AccordDossier *dossier, const char *uid)
{
  return uid != NULL ? g_hash_table_lookup (dossier->records, uid) : NULL;
}

/* What is known here of a record counts; only of one that nobody here has, what the pack says of itself. */
static const AccordDossierRecord *
known (AccordVoice *self, const AccordDossierRecord *record)
{
  const AccordDossierRecord *ours = find (self->ours, record->uid);

  return ours != NULL ? ours : record;
}

static gint64
find_id (AccordVoice *self, const char *kind, const char *uid)
{
  return uid != NULL ? accord_dossier_names_find (self->names, accord_review_kind (self->reader, kind), uid)
                     : 0;
}

static gint64
get_organisation (AccordVoice *self, const AccordDossierRecord *review)
{
  g_autofree char *uid = accord_dossier_record_dup_reference (review, "organisation");

  return find_id (self, "organisation", uid);
}

/* A review of the case by the signer, of which nobody here knows. */
static gboolean
is_own_review (AccordVoice *self, const AccordDossierRecord *review)
{
  g_autofree char *case_uid = NULL, *whose = NULL;

  if (review == NULL || strcmp (review->kind, "review") != 0 || find (self->ours, review->uid) != NULL)
    return FALSE;
  case_uid = accord_dossier_record_dup_reference (review, "case");
  whose = accord_dossier_record_dup_reference (review, "organisation");
  return g_strcmp0 (case_uid, self->theirs->case_uid) == 0
         && (g_strcmp0 (whose, self->manifest->from->uid) == 0
             || get_organisation (self, review) == self->organisation);
}

/* The reviews that this workspace asked the signer for. One that it knows nothing of is nobody's, unless that
 * is so of the whole request: then it is the one that the pack gives. */
static void
gather_reviews (AccordVoice *self)
{
  GHashTableIter iter;
  const AccordDossierRecord *record;

  g_hash_table_iter_init (&iter, self->ours->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (strcmp (record->kind, "review") == 0 && self->organisation != 0
        && get_organisation (self, record) == self->organisation)
      g_hash_table_add (self->reviews, record->uid);
  record = self->unasked ? find (self->theirs, self->manifest->from->review) : NULL;
  if (self->organisation != 0 && is_own_review (self, record))
    g_hash_table_add (self->reviews, record->uid);
}

AccordVoice *
accord_voice_new (AccordReader *reader, const AccordPackManifest *manifest, const AccordDossier *ours,
                  const AccordDossier *theirs, AccordDossierNames *names, gint64 organisation, gboolean whole,
                  gboolean unasked)
{
  AccordVoice *self = g_new0 (AccordVoice, 1);

  self->reader = reader;
  self->manifest = manifest;
  self->ours = ours;
  self->theirs = theirs;
  self->names = names;
  self->organisation = organisation;
  self->whole = whole;
  self->unasked = unasked;
  self->reviews = g_hash_table_new (g_str_hash, g_str_equal);
  gather_reviews (self);
  return self;
}

void
accord_voice_free (AccordVoice *self)
{
  g_hash_table_unref (self->reviews);
  g_free (self);
}

static gboolean
is_one_of (const char *field, const char *const *fields)
{
  return g_strv_contains (fields, field);
}

/* The organisation whose board a body is, also of one that is not here. */
static gint64
get_organisation_of_body (AccordVoice *self, const char *uid)
{
  const AccordDossierOther *other = uid != NULL ? g_hash_table_lookup (self->theirs->others, uid) : NULL;
  gint64 body = find_id (self, "body", uid);
  JsonNode *node;

  if (body != 0)
    return accord_review_get_organisation_of_body (self->reader, body);
  node = other != NULL && other->facts != NULL ? json_object_get_member (other->facts, "organisation") : NULL;
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? find_id (self, "organisation", json_node_get_string (node))
             : 0;
}

/* A record of a board is the signer's where the board is, or where no board is named. */
static gboolean
is_of_signer (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  g_autofree char *body = accord_dossier_record_dup_reference (record, field);

  return body == NULL
         || (self->organisation != 0 && get_organisation_of_body (self, body) == self->organisation);
}

static gboolean
is_of_case (AccordVoice *self, const AccordDossierRecord *record)
{
  const AccordKind *kind = accord_review_kind (self->reader, record->kind);
  g_autoptr (GPtrArray) cases =
      accord_dossier_record_get_uids (record, accord_kind_get_field (kind, "cases"));

  return cases->len == 1 && strcmp (cases->pdata[0], self->theirs->case_uid) == 0;
}

static gboolean
is_review_of_signer (AccordVoice *self, const AccordDossierRecord *record)
{
  g_autofree char *review = accord_dossier_record_dup_reference (record, "review");

  return review != NULL && g_hash_table_contains (self->reviews, review);
}

/* An endorsement that was awaited of the signer becomes theirs by being given. */
static gboolean
is_awaited (AccordVoice *self, const AccordDossierRecord *record)
{
  const AccordKind *kind = accord_review_kind (self->reader, "endorsement");
  gint64 id = accord_dossier_names_find (self->names, kind, record->uid);
  g_autoptr (AccordRecord) endorsement = id != 0 ? accord_reader_get (self->reader, kind, id, NULL) : NULL;
  GHashTableIter iter;
  const char *uid;

  if (endorsement == NULL)
    return FALSE;
  if (accord_review_is_awaited (self->reader, endorsement, self->organisation, NULL))
    return TRUE;
  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, (gpointer *) &uid, NULL))
    {
      g_autofree char *who = accord_dossier_record_dup_text (find (self->ours, uid), "who");

      if (accord_review_is_awaited (self->reader, endorsement, self->organisation, who))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_say_of_endorsement (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  static const char *const askers[] = { "cases", "option", "meeting", "resolution", NULL };
  const AccordDossierRecord *ours = find (self->ours, record->uid);

  if (ours == NULL)
    return is_review_of_signer (self, record) && is_of_signer (self, record, "body")
           && is_of_case (self, record);
  if (is_one_of (field, askers))
    return FALSE;
  if (!is_review_of_signer (self, ours) && !is_awaited (self, ours))
    return FALSE;
  return is_review_of_signer (self, record) && is_of_signer (self, record, "body");
}

/**
 * accord_voice_knows_answer:
 * @theirs: a caveat
 * @ours: the same as it is here
 *
 * Returns: whether who wrote @theirs had the answer before them that @ours has
 */
gboolean
accord_voice_knows_answer (const AccordDossierRecord *theirs, const AccordDossierRecord *ours)
{
  g_autoptr (AccordDossierField) one = accord_dossier_record_dup_field (theirs, "response");
  g_autoptr (AccordDossierField) other = accord_dossier_record_dup_field (ours, "response");

  return g_strcmp0 (one->value, other->value) == 0
         || (other->value != NULL && accord_dossier_field_covers (one, other));
}

/* Whether the pack says of an answer that it is one, or is enough or not, that is not here or that they never
 * saw. */
static gboolean
is_of_other_answer (const AccordDossierRecord *record, const AccordDossierRecord *ours, const char *field)
{
  static const char *const settled[] = { "state", "answered-on", "accepted-on", "accepted-by", NULL };

  return is_one_of (field, settled) && !accord_voice_knows_answer (record, ours);
}

/* Who opens a caveat again says with it that it has no day any more on which it was answered. */
static gboolean
takes_day_away (const AccordDossierRecord *record, const char *field)
{
  g_autofree char *state = accord_dossier_record_dup_text (record, "state");

  return strcmp (field, "answered-on") == 0 && g_strcmp0 (state, "open") == 0
         && accord_dossier_record_get (record, field) == NULL;
}

/* Whether a record says itself that it is a board's of the signer. */
static gboolean
names_signer (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  g_autofree char *body = accord_dossier_record_dup_reference (record, field);

  return body != NULL && is_of_signer (self, record, field);
}

/* Whether a record that was here before is the signer's. */
static gboolean
is_own (AccordVoice *self, const AccordDossierRecord *ours)
{
  if (is_review_of_signer (self, ours))
    return TRUE;
  if (strcmp (ours->kind, "caveat") == 0)
    return names_signer (self, ours, "raised-by");
  return strcmp (ours->kind, "endorsement") == 0
         && (names_signer (self, ours, "body") || is_awaited (self, ours));
}

/* What somebody says for themselves leans on nothing that another said: a comment that became another's
 * caveat, or a caveat under another's endorsement, would speak for that other. */
static gboolean
leans_on_own (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  static const char *const leaning[][2] = {
    { "comment", "caveat" }, { "review", "endorsement" }, { "caveat", "endorsement" }, { "caveat", "review" }
  };
  g_autofree char *uid = NULL;
  const AccordDossierRecord *other;

  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    if (strcmp (record->kind, leaning[i][0]) == 0 && strcmp (field, leaning[i][1]) == 0)
      uid = accord_dossier_record_dup_reference (record, field);
  if (uid == NULL || strcmp (field, "review") == 0)
    return uid == NULL || g_hash_table_contains (self->reviews, uid);
  other = find (self->ours, uid);
  if (other != NULL)
    return is_own (self, other);
  other = find (self->theirs, uid);
  return other != NULL && is_review_of_signer (self, other);
}

/* Who raised a caveat says what it is and when it is met; what is answered, by whom and when, is for those
 * who were asked. What they accepted is the answer that they were given: not another that stands here now. */
static gboolean
may_say_of_caveat (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  static const char *const answers[] = { "response", "answered-on", "answered-by", NULL };
  static const char *const askers[] = { "cases",      "owner",  "due",   "due-words",
                                        "resolution", "number", "group", NULL };
  const AccordDossierRecord *ours = find (self->ours, record->uid);

  if ((is_one_of (field, answers) && (ours == NULL || !takes_day_away (record, field)))
      || !is_of_signer (self, record, "raised-by"))
    return FALSE;
  if (ours == NULL)
    return is_review_of_signer (self, record) && is_of_case (self, record);
  return is_own (self, ours) && !is_one_of (field, askers) && !is_of_other_answer (record, ours, field);
}

static gboolean
may_say_of_review (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  static const char *const askers[] = { "case", "version", "organisation", "asked", "due", "deleted", NULL };

  return g_hash_table_contains (self->reviews, record->uid)
         && (!is_one_of (field, askers) || find (self->ours, record->uid) == NULL)
         && is_of_signer (self, record, "body");
}

/* Comments and answers of the checklist: theirs, and theirs to keep. */
static gboolean
may_say_of_note (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  static const char *const fixed[] = { "review", "case", NULL };
  const AccordDossierRecord *ours = find (self->ours, record->uid);

  return is_review_of_signer (self, known (self, record)) && (ours == NULL || !is_one_of (field, fixed));
}

/* Records in which somebody speaks for an organisation. */
static gboolean
is_voice (const AccordDossierRecord *record)
{
  static const char *const kinds[] = { "review", "comment", "caveat", "endorsement", "answer", NULL };

  return g_strv_contains (kinds, record->kind);
}

static gboolean
may_say_for_self (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  if (!leans_on_own (self, record, field))
    return FALSE;
  if (strcmp (record->kind, "review") == 0)
    return may_say_of_review (self, record, field);
  if (strcmp (record->kind, "endorsement") == 0)
    return may_say_of_endorsement (self, record, field);
  if (strcmp (record->kind, "caveat") == 0)
    return may_say_of_caveat (self, record, field);
  return may_say_of_note (self, record, field);
}

/**
 * accord_voice_may_say:
 * @self: for whom a pack speaks
 * @record: a record of the pack
 * @field: a field of it
 *
 * Who asks for reviews speaks for the case itself, and passes on what others said that is not here yet; what
 * is here already of somebody else only they change. Who answers speaks for nobody but themselves.
 *
 * Returns: whether the field is the signer's to say
 */
gboolean
accord_voice_may_say (AccordVoice *self, const AccordDossierRecord *record, const char *field)
{
  g_autofree char *whom = NULL;

  if (!is_voice (record))
    return self->whole;
  if (may_say_for_self (self, record, field))
    return TRUE;
  if (!self->whole)
    return FALSE;
  if (find (self->ours, record->uid) == NULL)
    return TRUE;
  whom = accord_voice_dup_speaks_for (self, record);
  return whom == NULL;
}

static char *
dup_name (AccordVoice *self, const char *kind, const char *uid)
{
  const AccordDossierOther *other = NULL;
  gint64 id = find_id (self, kind, uid);

  if (id != 0)
    return accord_reader_dup_title (self->reader, accord_review_kind (self->reader, kind), id, NULL);
  if (uid != NULL)
    other = g_hash_table_lookup (self->theirs->others, uid);
  return other != NULL ? g_strdup (other->name) : NULL;
}

/**
 * accord_voice_dup_speaks_for:
 * @self: for whom a pack speaks
 * @record: a record of the pack
 *
 * Returns: (transfer full) (nullable): whom the record speaks for; %NULL for the case itself
 */
char *
accord_voice_dup_speaks_for (AccordVoice *self, const AccordDossierRecord *record)
{
  const AccordDossierRecord *own = known (self, record), *review = own;
  g_autofree char *uid = NULL, *body = NULL, *who = NULL;

  if (!is_voice (record))
    return NULL;
  if (strcmp (record->kind, "review") != 0)
    {
      uid = accord_dossier_record_dup_reference (own, "review");
      review = find (self->ours, uid);
      if (review == NULL)
        review = find (self->theirs, uid);
    }
  if (review != NULL && strcmp (review->kind, "review") == 0)
    return accord_dossier_record_dup_text (review, "who");
  body =
      accord_dossier_record_dup_reference (own, strcmp (record->kind, "caveat") == 0 ? "raised-by" : "body");
  if (body != NULL)
    return dup_name (self, "body", body);
  return strcmp (record->kind, "endorsement") == 0 ? accord_dossier_record_dup_text (own, "who") : NULL;
}
