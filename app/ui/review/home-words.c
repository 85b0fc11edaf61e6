/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-words.h"

#include "dossier-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_FIELDS 4

/**
 * accord_home_field_label:
 * @kind: a kind of record
 * @field: a field of it in a dossier
 *
 * Returns: (transfer none): what people call it; @field itself where this program does not know it
 */
const char *
accord_home_field_label (const AccordKind *kind, const char *field)
{
  const int index = accord_kind_find_field (kind, field);

  if (strcmp (field, "deleted") == 0)
    return _ ("Deleted");
  return index >= 0 ? _ (kind->fields[index].label) : field;
}

/* What a record is called on either side. */
static char *
dup_name_in (const AccordDossier *dossier, const char *uid)
{
  const AccordDossierRecord *record = dossier != NULL ? g_hash_table_lookup (dossier->records, uid) : NULL;
  const AccordDossierOther *other = dossier != NULL ? g_hash_table_lookup (dossier->others, uid) : NULL;
  static const char *const names[] = { "name", "who", "text", "title", NULL };

  if (other != NULL)
    return g_strdup (other->name);
  for (guint i = 0; record != NULL && names[i] != NULL; i++)
    {
      const char *value = accord_dossier_record_get (record, names[i]);
      char *text = value != NULL ? accord_dossier_value_dup_text (value) : NULL;

      if (text != NULL)
        return text;
    }
  return NULL;
}

static char *
dup_reference (const AccordHomecoming *home, const char *value, gboolean several)
{
  g_autoptr (GPtrArray) uids = accord_dossier_value_get_references (value, several);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; uids != NULL && i < uids->len; i++)
    {
      char *name = dup_name_in (home->theirs, uids->pdata[i]);

      if (name == NULL)
        name = dup_name_in (home->ours, uids->pdata[i]);
      g_ptr_array_add (names, name != NULL ? name : g_strdup (_ ("a record that is not here")));
    }
  g_ptr_array_add (names, NULL);
  return uids != NULL ? g_strjoinv (", ", (char **) names->pdata) : g_strdup (value);
}

/**
 * accord_home_dup_value:
 * @home: what taking a pack in would do
 * @kind: a kind of record
 * @field: a field of it in a dossier
 * @value: (nullable): its value there
 *
 * Returns: (transfer full) (nullable): the value as people read it; %NULL for none
 */
char *
accord_home_dup_value (const AccordHomecoming *home, const AccordKind *kind, const char *field,
                       const char *value)
{
  const int index = accord_kind_find_field (kind, field);
  g_autoptr (AccordRecord) record = NULL;

  if (value == NULL)
    return NULL;
  if (strcmp (field, "deleted") == 0)
    return g_strdup (_ ("yes"));
  if (index < 0)
    return g_strdup (value);
  if (kind->fields[index].type == ACCORD_FIELD_REFERENCE)
    return dup_reference (home, value, FALSE);
  if (kind->fields[index].type == ACCORD_FIELD_REFERENCES)
    return dup_reference (home, value, TRUE);
  record = accord_record_new (kind);
  if (!accord_dossier_value_put (record, (guint) index, value))
    return g_strdup (value);
  return accord_record_dup_display (record, (guint) index);
}

static char *
dup_fields (const AccordHomeItem *item)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const guint n = MIN (item->fields->len, MOST_FIELDS);

  for (guint i = 0; i < n; i++)
    {
      const AccordMergeField *field = item->fields->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                              accord_home_field_label (item->kind, field->field));
    }
  if (item->fields->len > n)
    g_string_append_printf (words, ngettext (" and %u more", " and %u more", item->fields->len - n),
                            item->fields->len - n);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * accord_home_dup_line:
 * @item: a record that a pack would add or change
 *
 * Returns: (transfer full): what kind it is, and what would become of it
 */
char *
accord_home_dup_line (const AccordHomeItem *item)
{
  const char *kind = _ (item->kind->label);
  const char *words;
  g_autofree char *fields = dup_fields (item);

  accord_home_status (item, &words);
  if (item->sort == ACCORD_HOME_NEW || item->sort == ACCORD_HOME_DELETED)
    /* Translators: a kind of record, then what becomes of it. */
    return g_strdup_printf (_ ("%s · %s"), kind, words);
  /* Translators: a kind of record, what becomes of it, then which fields. */
  return g_strdup_printf (_ ("%s · %s: %s"), kind, words, fields);
}

/**
 * accord_home_dup_counts:
 * @n_taken: how many records are taken
 * @n_left: how many are left out
 * @n_undecided: how many are still to be decided on
 *
 * Returns: (transfer full): the same in words; what is none is not said
 */
char *
accord_home_dup_counts (guint n_taken, guint n_left, guint n_undecided)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u will be taken in", "%u will be taken in", n_taken), n_taken);
  if (n_left > 0)
    g_string_append_printf (words, ngettext (" · %u left out", " · %u left out", n_left), n_left);
  if (n_undecided > 0)
    g_string_append_printf (
        words, ngettext (" · %u still to be decided", " · %u still to be decided", n_undecided), n_undecided);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * accord_home_status:
 * @item: a record that a pack would add or change
 * @words: (out): what would become of it
 *
 * Returns: (transfer none): how that is shown
 */
const AccordStatus *
accord_home_status (const AccordHomeItem *item, const char **words)
{
  static const AccordStatus new = { "accord-new-symbolic", "accepted" };
  static const AccordStatus changed = { "document-edit-symbolic", "answered" };
  static const AccordStatus both = { "accord-status-answered-symbolic", "open" };
  static const AccordStatus deleted = { "user-trash-symbolic", "open" };

  switch (item->sort)
    {
    case ACCORD_HOME_NEW:
      *words = _ ("New");
      return &new;
    case ACCORD_HOME_CHANGED:
      *words = _ ("Changed by them");
      return &changed;
    case ACCORD_HOME_DELETED:
      *words = _ ("Deleted by them");
      return &deleted;
    default:
      *words = _ ("Changed by both");
      return &both;
    }
}

/**
 * accord_home_field_is_undecided:
 * @item: a record that a pack would add or change
 * @field: a field of it
 *
 * Returns: whether a person has still to decide on it before anything is taken: both sides changed it, and it
 *   is theirs to say or of the case itself. What is anything else is left out unless somebody takes it
 */
gboolean
accord_home_field_is_undecided (const AccordHomeItem *item, const AccordMergeField *field)
{
  return field->choice == ACCORD_MERGE_UNDECIDED && field->verdict == ACCORD_MERGE_BOTH
         && (item->theirs_to_say || item->speaks_for == NULL);
}

/**
 * accord_home_item_is_undecided:
 * @item: a record that a pack would add or change
 *
 * Returns: whether a person has still to decide on a field of it
 */
gboolean
accord_home_item_is_undecided (const AccordHomeItem *item)
{
  for (guint i = 0; i < item->fields->len; i++)
    if (accord_home_field_is_undecided (item, item->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * accord_home_item_is_taken:
 * @item: a record that a pack would add or change
 *
 * Returns: whether anything of it would come in
 */
gboolean
accord_home_item_is_taken (const AccordHomeItem *item)
{
  for (guint i = 0; i < item->fields->len; i++)
    {
      const AccordMergeField *field = item->fields->pdata[i];

      if (field->choice == ACCORD_MERGE_TAKE_THEIRS || field->choice == ACCORD_MERGE_TAKE_OTHER)
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_home_item_take:
 * @item: a record that a pack would add or change
 * @taken: whether all of it comes in, or nothing
 *
 * Chooses the same for all of its fields. What is not theirs to say is offered again another time when it is
 * left out; what is theirs is dropped knowingly.
 */
void
accord_home_item_take (const AccordHomeItem *item, gboolean taken)
{
  const AccordMergeChoice left = item->theirs_to_say ? ACCORD_MERGE_TAKE_OURS : ACCORD_MERGE_UNDECIDED;

  for (guint i = 0; i < item->fields->len; i++)
    ((AccordMergeField *) item->fields->pdata[i])->choice = taken ? ACCORD_MERGE_TAKE_THEIRS : left;
}

/**
 * accord_home_dup_why_not:
 * @item: a record that a pack would add or change
 *
 * Returns: (transfer full) (nullable): why it is left out unless a person takes it; %NULL for what is theirs
 */
char *
accord_home_dup_why_not (const AccordHomeItem *item)
{
  if (item->theirs_to_say)
    return NULL;
  if (item->speaks_for != NULL)
    return g_strdup_printf (_ ("This speaks for %s, not for who signed. It is left out unless you take it."),
                            item->speaks_for);
  if (item->sort == ACCORD_HOME_BOTH)
    return g_strdup (_ ("This is a change of the case itself, which is yours to make; both sides made one."));
  return g_strdup (
      _ ("This is a change of the case itself, which is yours to make. It is left out unless you take "
         "it."));
}
