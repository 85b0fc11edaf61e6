/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-private.h"

#include <string.h>

/* Sixteen bytes are enough that no two writings ever share a revision. */
#define HASH_LENGTH 32
#define MOST_GENERATIONS 999999999

static guint
generation_of (const char *revision)
{
  return (guint) g_ascii_strtoull (revision, NULL, 10);
}

/**
 * accord_dossier_is_revision:
 * @text: a text
 *
 * Returns: whether @text has the form of a revision: "GENERATION-HASH"
 */
gboolean
accord_dossier_is_revision (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");
  const char *hash = text + n_digits + 1;

  return n_digits >= 1 && n_digits <= 9 && *text != '0' && text[n_digits] == '-'
         && strspn (hash, "0123456789abcdef") == HASH_LENGTH && hash[HASH_LENGTH] == '\0';
}

/**
 * accord_dossier_compare_revisions:
 * @a: a revision
 * @b: another
 *
 * The order is the same everywhere, so that whoever cuts a list of them short keeps the same ones.
 *
 * Returns: below 0 where @a is the newer, above where @b is; 0 where they are one
 */
int
accord_dossier_compare_revisions (const char *a, const char *b)
{
  const guint generation_a = generation_of (a), generation_b = generation_of (b);

  if (generation_a != generation_b)
    return generation_a > generation_b ? -1 : 1;
  return strcmp (a, b);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return accord_dossier_compare_revisions (*(const char *const *) a, *(const char *const *) b);
}

/**
 * accord_dossier_order_revisions:
 * @revisions: (element-type utf8): revisions, owned
 *
 * Puts the newest first, each once.
 */
void
accord_dossier_order_revisions (GPtrArray *revisions)
{
  g_ptr_array_sort (revisions, compare_places);
  for (guint i = revisions->len; i > 1; i--)
    if (g_str_equal (revisions->pdata[i - 1], revisions->pdata[i - 2]))
      g_ptr_array_remove_index (revisions, i - 1);
}

static gboolean
has (const GPtrArray *revisions, const char *revision)
{
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    if (g_str_equal (revisions->pdata[i], revision))
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray *revisions, const char *revision)
{
  g_ptr_array_add (revisions, g_strdup (revision));
}

static void
add_all (GPtrArray *revisions, const GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    add (revisions, more->pdata[i]);
}

static void
cut (GPtrArray *revisions, guint most)
{
  if (revisions->len > most)
    g_ptr_array_remove_range (revisions, most, revisions->len - most);
}

static GPtrArray *
none_is_null (GPtrArray *revisions)
{
  if (revisions->len > 0)
    return revisions;
  g_ptr_array_unref (revisions);
  return NULL;
}

/* The writings of @self that @other does not follow. */
static void
add_heads (GPtrArray *heads, const AccordDossierField *self, const AccordDossierField *other)
{
  if (other == NULL || !has (other->before, self->revision))
    add (heads, self->revision);
  for (guint i = 0; self->also != NULL && i < self->also->len; i++)
    if (other == NULL || !has (other->before, self->also->pdata[i]))
      add (heads, self->also->pdata[i]);
}

/* The newest writings of both, the newest of all first. */
static GPtrArray *
list_heads (const AccordDossierField *a, const AccordDossierField *b)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);

  add_heads (heads, a, b);
  if (b != NULL)
    add_heads (heads, b, a);
  /* No two writings follow each other, unless somebody made that up: then neither is dropped. */
  if (heads->len == 0)
    {
      add_heads (heads, a, NULL);
      add_heads (heads, b, NULL);
    }
  accord_dossier_order_revisions (heads);
  return heads;
}

/* Everything that either knows and that is none of @heads. What is followed directly (@parents) is kept
 * whatever its age, so that whoever was asked about it is not asked again. */
static GPtrArray *
list_before (const AccordDossierField *a, const AccordDossierField *b, const GPtrArray *heads,
             const GPtrArray *parents)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *before = g_ptr_array_new_with_free_func (g_free);
  const AccordDossierField *fields[] = { a, b };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] != NULL)
      {
        add (known, fields[i]->revision);
        add_all (known, fields[i]->also);
        add_all (known, fields[i]->before);
      }
  accord_dossier_order_revisions (known);
  for (guint i = 0; i < known->len; i++)
    if (!has (heads, known->pdata[i]) && !has (parents, known->pdata[i]))
      add (before, known->pdata[i]);
  cut (before, ACCORD_DOSSIER_MOST_BEFORE - (parents != NULL ? parents->len : 0));
  add_all (before, parents);
  accord_dossier_order_revisions (before);
  return before;
}

static char *
make_revision (guint generation, const char *what)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, what, -1);

  hash[HASH_LENGTH] = '\0';
  return g_strdup_printf ("%u-%s", MIN (generation, MOST_GENERATIONS), hash);
}

/* A writing is known by its first author's words and by what it follows, not by who wrote it or when. */
static char *
revision_after (const GPtrArray *parents, const char *value)
{
  g_autoptr (GString) what = g_string_new ("follows\n");

  for (guint i = 0; i < parents->len; i++)
    g_string_append_printf (what, "%s\n", (const char *) parents->pdata[i]);
  g_string_append_c (what, '\n');
  g_string_append (what, value != NULL ? value : "");
  return make_revision (generation_of (parents->pdata[0]) + 1, what->str);
}

static char *
revision_born (const char *kind, const char *uid, const char *name, const char *value)
{
  g_autofree char *what =
      g_strdup_printf ("born\n%s\n%s\n%s\n\n%s", kind, uid, name, value != NULL ? value : "");

  return make_revision (1, what);
}

/**
 * accord_dossier_field_born:
 * @kind: a kind
 * @uid: a record
 * @name: a field
 * @value: (nullable): its value, in the one spelling
 *
 * Returns: (transfer full): the field as it was when the record was first frozen
 */
AccordDossierField *
accord_dossier_field_born (const char *kind, const char *uid, const char *name, const char *value)
{
  AccordDossierField *self = g_new0 (AccordDossierField, 1);

  self->value = g_strdup (value);
  self->revision = revision_born (kind, uid, name, value);
  return self;
}

/**
 * accord_dossier_field_is_born:
 * @self: a field
 * @kind: of which kind's record
 * @uid: of which record
 * @name: its name
 *
 * Returns: whether @self has no descent to be written
 */
gboolean
accord_dossier_field_is_born (const AccordDossierField *self, const char *kind, const char *uid,
                              const char *name)
{
  g_autofree char *born = NULL;

  if (self->also != NULL || self->before != NULL)
    return FALSE;
  born = revision_born (kind, uid, name, self->value);
  return g_str_equal (born, self->revision);
}

static GPtrArray *
copy_revisions (const GPtrArray *revisions)
{
  GPtrArray *copy;

  if (revisions == NULL)
    return NULL;
  copy = g_ptr_array_new_with_free_func (g_free);
  add_all (copy, revisions);
  return copy;
}

AccordDossierField *
accord_dossier_field_copy (const AccordDossierField *self)
{
  AccordDossierField *copy = g_new0 (AccordDossierField, 1);

  copy->value = g_strdup (self->value);
  copy->revision = g_strdup (self->revision);
  copy->also = copy_revisions (self->also);
  copy->before = copy_revisions (self->before);
  copy->unknown = accord_dossier_copy_object (self->unknown);
  return copy;
}

void
accord_dossier_field_free (AccordDossierField *self)
{
  g_free (self->value);
  g_free (self->revision);
  g_clear_pointer (&self->also, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

static gboolean
knows (const AccordDossierField *self, const char *revision)
{
  return g_str_equal (self->revision, revision) || has (self->also, revision) || has (self->before, revision);
}

/**
 * accord_dossier_field_covers:
 * @self: (nullable): a field; %NULL where there is no such record
 * @other: (nullable): the same field elsewhere
 *
 * Returns: whether whoever wrote @self knew all that @other is
 */
gboolean
accord_dossier_field_covers (const AccordDossierField *self, const AccordDossierField *other)
{
  if (other == NULL)
    return TRUE;
  if (self == NULL || !knows (self, other->revision))
    return FALSE;
  for (guint i = 0; other->also != NULL && i < other->also->len; i++)
    if (!knows (self, other->also->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * accord_dossier_field_join:
 * @self: a field
 * @other: (nullable): the same field elsewhere, of the same value or followed by @self
 *
 * Nobody decided anything, so no writing is added: the outcome is the same whoever joins, in whatever order.
 *
 * Returns: (transfer full): @self, knowing all that either knows
 */
AccordDossierField *
accord_dossier_field_join (const AccordDossierField *self, const AccordDossierField *other)
{
  AccordDossierField *joined;
  GPtrArray *heads;

  if (other == NULL
      || (self->before == NULL && other->before == NULL && self->also == NULL && other->also == NULL
          && g_str_equal (self->revision, other->revision)))
    return accord_dossier_field_copy (self);
  heads = list_heads (self, other);
  cut (heads, ACCORD_DOSSIER_MOST_ALSO + 1);
  joined = g_new0 (AccordDossierField, 1);
  joined->value = g_strdup (self->value);
  joined->unknown = accord_dossier_join_objects (self->unknown, other->unknown);
  joined->before = none_is_null (list_before (self, other, heads, NULL));
  joined->revision = g_strdup (heads->pdata[0]);
  g_ptr_array_remove_index (heads, 0);
  joined->also = none_is_null (heads);
  return joined;
}

/**
 * accord_dossier_field_after:
 * @a: a field
 * @b: (nullable): the same field elsewhere
 * @value: (nullable): what a person says it is, in the one spelling
 *
 * Returns: (transfer full): a new writing that follows both
 */
AccordDossierField *
accord_dossier_field_after (const AccordDossierField *a, const AccordDossierField *b, const char *value)
{
  AccordDossierField *self = g_new0 (AccordDossierField, 1);
  g_autoptr (GPtrArray) parents = list_heads (a, b);

  self->value = g_strdup (value);
  self->revision = revision_after (parents, value);
  self->before = none_is_null (list_before (a, b, NULL, parents));
  self->unknown = accord_dossier_join_objects (a->unknown, b != NULL ? b->unknown : NULL);
  return self;
}
