/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ACCORD_DOSSIER_FORMAT 1
#define ACCORD_DOSSIER_MOST_BEFORE 256

/**
 * ACCORD_DOSSIER_DELETED:
 *
 * The field that says whether a record was deleted: "true" or empty.
 */
#define ACCORD_DOSSIER_DELETED "deleted"

/**
 * ACCORD_DOSSIER_ALIASES:
 *
 * The member of a dossier's @unknown that is of one workspace alone: a merge takes it from ours, never from
 * theirs.
 */
#define ACCORD_DOSSIER_ALIASES "aliases"

/**
 * AccordDossierField:
 * @value: (nullable): JSON text in one spelling, so that equal values are equal bytes; %NULL for empty. A
 *   reference is the uid of a record of the dossier or of one it refers to
 * @revision: which writing of the field this is: "GENERATION-HASH", where the generation is one more than the
 *   highest it follows, and the hash is of the value and of the revisions it follows directly
 * @also: (element-type utf8) (nullable): other writings of the same value that were made elsewhere, none of
 *   which follows another
 * @before: (element-type utf8) (nullable): all revisions that these follow, each once, the newest first; at
 *   most %ACCORD_DOSSIER_MOST_BEFORE, the newest
 * @unknown: (nullable): members that this program does not know
 *
 * A field of a record with its descent. One writing replaces another when it has it among @before; two of
 * which neither has the other are a difference that a person decides on. The same edit made twice in two
 * places is one revision, so that it is no difference. A field that was never edited since its record was
 * first frozen has no @before, and its revision follows from its value; neither is written in files. A field
 * that a record lacks is empty and was never edited.
 *
 * Where more than %ACCORD_DOSSIER_MOST_BEFORE writings lie between two copies, they know nothing of each
 * other any more: such a difference is asked, never taken.
 */
typedef struct
{
  char *value;
  char *revision;
  GPtrArray *also;
  GPtrArray *before;
  JsonObject *unknown;
} AccordDossierField;

/**
 * AccordDossierRecord:
 * @kind: the kind's name
 * @uid: of the record
 * @fields: (element-type utf8 AccordDossierField): by name; with a field "deleted" ("true" or empty)
 * @unknown: (nullable): members that this program does not know, kept and passed on; fields that it does not
 *   know are among @fields
 *
 * A record of a dossier.
 */
typedef struct
{
  char *kind;
  char *uid;
  GHashTable *fields;
  JsonObject *unknown;
} AccordDossierRecord;

/**
 * AccordDossierOther:
 * @kind: the kind's name
 * @uid: of the record, where the dossier was first made
 * @name: (nullable): what it is called
 * @facts: (nullable): what else it can be recognised by or is worth having (type, role, ODS and GSS code)
 * @unknown: (nullable): members that this program does not know
 *
 * A record that is no part of the case but that the case refers to: an organisation, a board, a programme, an
 * edition.
 */
typedef struct
{
  char *kind;
  char *uid;
  char *name;
  JsonObject *facts;
  JsonObject *unknown;
} AccordDossierOther;

/**
 * AccordDossier:
 * @case_uid: of the business case
 * @records: (element-type utf8 AccordDossierRecord): by uid: the case, its options, appraisal, cost and
 *   outcome lines, gains, scenarios, caveats, endorsements, checklist answers, documents (as records; the
 *   files are parts of the pack), reviews and comments
 * @others: (element-type utf8 AccordDossierOther): by uid
 * @figures: (nullable): what the appraisal came to when the dossier was frozen, for people and for comparison
 * @unknown: (nullable): members that this program does not know
 *
 * A business case with all that belongs to it, of one moment: case.json of a pack, and what a version keeps.
 * It knows no database.
 */
typedef struct
{
  char *case_uid;
  GHashTable *records;
  GHashTable *others;
  JsonObject *figures;
  JsonObject *unknown;
} AccordDossier;

AccordDossier *accord_dossier_new (const char *case_uid);
void accord_dossier_free (AccordDossier *self);
AccordDossier *accord_dossier_copy (const AccordDossier *self);
/* Bounded in depth, counts and lengths; what is wrong is said with its place. */
AccordDossier *accord_dossier_parse (const char *json, gssize length, GError **error);
/* The same dossier is the same bytes. */
char *accord_dossier_dup_json (const AccordDossier *self);
/* The place of a kind in what belongs to a case, from 0; -1 for a kind that this program does not know. */
int accord_dossier_kind_order (const char *kind);
/* Records by kind and uid. (transfer container) */
GPtrArray *accord_dossier_list_records (const AccordDossier *self);
AccordDossierRecord *accord_dossier_take_record (AccordDossier *self, const char *kind, const char *uid);
AccordDossierOther *accord_dossier_take_other (AccordDossier *self, const char *kind, const char *uid,
                                               const char *name);
const char *accord_dossier_record_get (const AccordDossierRecord *self, const char *field);
gboolean accord_dossier_record_is_deleted (const AccordDossierRecord *self);
/* As born: without descent. */
void accord_dossier_record_put (AccordDossierRecord *self, const char *field, const char *value);
/* As edited: follows what was there; nothing where it is the same value. */
void accord_dossier_record_edit (AccordDossierRecord *self, const char *field, const char *value);
/* Gives @now, which was read afresh and has no descent, that of @before, where values are the same, and a new
 * revision where they are not; records of @before that @now has no more are kept as deleted. */
void accord_dossier_follow (AccordDossier *now, const AccordDossier *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDossier, accord_dossier_free)

G_END_DECLS
