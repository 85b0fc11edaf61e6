/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "fold.h"
#include "pack-error.h"

static const AccordKind *
organisations_of (AccordReader *reader)
{
  return accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
}

/* --- Which organisation is meant. */

/* The one organisation in use that @sql finds for @value; 0 where there is none, or where there are several.
 */
static gboolean
find_only (AccordReader *reader, const char *sql, const char *value, gint64 *id, GError **error)
{
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  *id = 0;
  if (value == NULL || *value == '\0')
    return TRUE;
  rows = accord_reader_query (reader, sql, error);
  if (rows == NULL)
    return FALSE;
  accord_rows_bind_text (rows, 1, value);
  for (; accord_rows_next (rows, &failure); n++)
    *id = accord_rows_int (rows, 0);
  if (n > 1)
    *id = 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
fold_name (const char *name)
{
  g_autofree char *collapsed = accord_text_collapse (name);

  return accord_text_fold (collapsed);
}

static gboolean
find_by_name (AccordReader *reader, const char *name, gint64 *id, GError **error)
{
  g_autofree char *folded = name != NULL && *name != '\0' ? fold_name (name) : NULL;
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  *id = 0;
  if (folded == NULL)
    return TRUE;
  rows =
      accord_reader_query (reader, "SELECT id, \"name\" FROM \"organisation\" WHERE deleted IS NULL", error);
  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &failure))
    {
      g_autofree char *other = fold_name (accord_rows_text (rows, 1));

      if (g_str_equal (folded, other) && n++ == 0)
        *id = accord_rows_int (rows, 0);
    }
  if (n > 1)
    *id = 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * accord_trust_find_organisation:
 * @reader: a reader
 * @party: an organisation as a pack names it
 * @error: return location for an error
 *
 * Finds the record of an organisation: by its uid, else by its ODS code, else by its GSS code, else by its
 * name without regard to case. Who it is said to be is not yet who it is: that is for accord_trust_judge().
 *
 * Returns: its number; 0 where there is none, or where it fits several, or with @error set
 */
gint64
accord_trust_find_organisation (AccordReader *reader, const AccordPackParty *party, GError **error)
{
  const struct
  {
    const char *sql;
    const char *value;
  } ways[] = {
    { "SELECT id FROM \"organisation\" WHERE uid = ?1 AND deleted IS NULL", party->uid },
    { "SELECT id FROM \"organisation\" WHERE \"ods_code\" = ?1 COLLATE NOCASE AND deleted IS NULL",
      party->ods_code },
    { "SELECT id FROM \"organisation\" WHERE \"gss_code\" = ?1 COLLATE NOCASE AND deleted IS NULL",
      party->gss_code },
  };
  gint64 id = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && id == 0; i++)
    if (!find_only (reader, ways[i].sql, ways[i].value, &id, error))
      return 0;
  if (id == 0 && !find_by_name (reader, party->name, &id, error))
    return 0;
  return id;
}

/* --- Its key. */

static AccordPublicKey *
key_of (AccordRecord *organisation, GError **error)
{
  const char *signing = accord_record_get_text (organisation, "signing-key");
  const char *sealing = accord_record_get_text (organisation, "sealing-key");
  const char *name = accord_record_get_text (organisation, "name");
  AccordPublicKey *key;

  if (signing == NULL && sealing == NULL)
    return NULL;
  key = signing != NULL && sealing != NULL ? accord_public_key_new (signing, sealing, name, NULL) : NULL;
  if (key == NULL)
    g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY,
                 _ ("The key that is kept for %s is damaged; it has to be trusted anew."), name);
  return key;
}

/**
 * accord_trust_get_key:
 * @reader: a reader
 * @organisation: number of an organisation, or 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the key that the organisation is known by; %NULL without @error where
 * there is none
 */
AccordPublicKey *
accord_trust_get_key (AccordReader *reader, gint64 organisation, GError **error)
{
  g_autoptr (AccordRecord) record = NULL;

  if (organisation == 0)
    return NULL;
  record = accord_reader_get (reader, organisations_of (reader), organisation, error);
  return record != NULL ? key_of (record, error) : NULL;
}

/**
 * accord_trust_judge:
 * @reader: a reader
 * @organisation: number of the organisation that is said to have signed, or 0 where nobody knows it here
 * @key: the key that signed
 * @trust: (out): what is to be thought of it; never %ACCORD_TRUST_OWN, which only who has that key can tell
 * @error: return location for an error
 *
 * Holds a key against the one that a person trusted.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_trust_judge (AccordReader *reader, gint64 organisation, AccordPublicKey *key, AccordTrust *trust,
                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AccordPublicKey) known = accord_trust_get_key (reader, organisation, &failure);

  *trust = ACCORD_TRUST_CHANGED;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known == NULL)
    *trust = ACCORD_TRUST_NEW;
  else if (accord_public_key_equal (known, key))
    *trust = ACCORD_TRUST_TRUSTED;
  return TRUE;
}

/* --- What people are told. */

/* "since 3 May 2019, by the programme office", as far as it is known. */
static char *
dup_since (AccordRecord *organisation)
{
  const char *since = accord_record_get_text (organisation, "key-trusted");
  const char *who = accord_record_get_text (organisation, "key-trusted-by");
  g_autofree char *day = since != NULL ? accord_date_format (since) : NULL;

  if (day != NULL && who != NULL)
    return g_strdup_printf (_ ("trusted since %s by %s"), day, who);
  if (day != NULL)
    return g_strdup_printf (_ ("trusted since %s"), day);
  return who != NULL ? g_strdup_printf (_ ("trusted by %s"), who) : g_strdup (_ ("trusted"));
}

static char *
dup_changed (AccordRecord *organisation, AccordPublicKey *known, AccordPublicKey *key)
{
  g_autofree char *since = dup_since (organisation);
  g_autofree char *words = accord_public_key_dup_words (key);
  g_autofree char *known_words = known != NULL ? accord_public_key_dup_words (known) : NULL;

  return g_strdup_printf (
      _ ("This is not the key of %s that is %s. The words of the trusted key: %s. The words "
         "of this one: %s."),
      accord_record_get_text (organisation, "name"), since,
      known_words != NULL ? known_words : _ ("not known"), words);
}

static char *
dup_new (AccordRecord *organisation, AccordPublicKey *key)
{
  g_autofree char *words = accord_public_key_dup_words (key);
  const char *holder = accord_public_key_get_holder (key);

  if (organisation != NULL)
    return g_strdup_printf (_ ("Nobody here has trusted a key of %s yet. The words of this one: %s."),
                            accord_record_get_text (organisation, "name"), words);
  if (*holder != '\0')
    return g_strdup_printf (_ ("The key says that it is held by “%s”, of whom there is no record here. Its "
                               "words: %s."),
                            holder, words);
  return g_strdup_printf (_ ("Nobody here knows whose key this is. Its words: %s."), words);
}

static char *
dup_trusted (AccordRecord *organisation, AccordPublicKey *key)
{
  g_autofree char *since = dup_since (organisation);
  g_autofree char *words = accord_public_key_dup_words (key);

  return g_strdup_printf (_ ("The key of %s, %s. Its words: %s."),
                          accord_record_get_text (organisation, "name"), since, words);
}

/**
 * accord_trust_dup_sentence:
 * @reader: a reader
 * @organisation: number of the organisation that is said to have signed, or 0
 * @key: the key that signed
 * @trust: what is to be thought of it
 *
 * Returns: (transfer full): that in words for people: who, since when, by whom, and the words of the key
 */
char *
accord_trust_dup_sentence (AccordReader *reader, gint64 organisation, AccordPublicKey *key, AccordTrust trust)
{
  g_autoptr (AccordRecord) record =
      organisation != 0 ? accord_reader_get (reader, organisations_of (reader), organisation, NULL) : NULL;
  g_autoptr (AccordPublicKey) known = record != NULL ? key_of (record, NULL) : NULL;
  g_autofree char *words = NULL;

  switch (trust)
    {
    case ACCORD_TRUST_OWN:
      words = accord_public_key_dup_words (key);
      return g_strdup_printf (_ ("Your own key. Its words: %s."), words);
    case ACCORD_TRUST_TRUSTED:
      return record != NULL ? dup_trusted (record, key) : dup_new (NULL, key);
    case ACCORD_TRUST_CHANGED:
      return record != NULL ? dup_changed (record, known, key) : dup_new (NULL, key);
    case ACCORD_TRUST_NEW:
    default:
      return dup_new (record, key);
    }
}

/* --- Trusting one. */

/* Whether the key may be put on the record; @needed where it is not there already. */
static gboolean
may_pin (AccordRecord *record, AccordPublicKey *key, gboolean replace, gboolean *needed, GError **error)
{
  g_autoptr (GError) damage = NULL;
  g_autoptr (AccordPublicKey) known = key_of (record, &damage);
  g_autofree char *sentence = NULL;

  *needed = known == NULL || !accord_public_key_equal (known, key);
  if (replace || !*needed || (known == NULL && damage == NULL))
    return TRUE;
  if (damage != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  sentence = dup_changed (record, known, key);
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY, sentence);
  return FALSE;
}

/**
 * accord_trust_pin:
 * @writer: an open change
 * @organisation: number of an organisation
 * @key: the key that a person says is theirs
 * @today: the day, in ISO form
 * @who: (nullable): who says so
 * @replace: whether it may take the place of another key
 * @error: return location for an error
 *
 * Puts a key on an organisation's record, with the day and who trusted it. A key that is there already keeps
 * its day; another one is refused with %ACCORD_PACK_ERROR_KEY and the words of both.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_trust_pin (AccordWriter *writer, gint64 organisation, AccordPublicKey *key, const char *today,
                  const char *who, gboolean replace, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record =
      accord_reader_get (reader, organisations_of (reader), organisation, error);
  gboolean needed;

  if (record == NULL || !may_pin (record, key, replace, &needed, error))
    return FALSE;
  if (!needed)
    return TRUE;
  accord_record_set_text (record, "signing-key", accord_public_key_get_signing (key));
  accord_record_set_text (record, "sealing-key", accord_public_key_get_sealing (key));
  accord_record_set_text (record, "key-trusted", today);
  accord_record_set_text (record, "key-trusted-by", who);
  return accord_writer_update (writer, record, error);
}
