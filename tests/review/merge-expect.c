/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-expect.h"

#include <string.h>

static gboolean
is_gone (const Book *book, const char *uid)
{
  BookField state = book_get (book, uid, ACCORD_DOSSIER_DELETED);

  return book_value (uid, ACCORD_DOSSIER_DELETED, &state) != NULL;
}

/* Whether @side says anything of a record that is not the same at @other, who does not know of it. */
static gboolean
has_news (const Book *side, const Book *other, const char *uid)
{
  g_autoptr (GPtrArray) names = book_list_fields (side, other, uid);

  if (!book_has (other, uid))
    return TRUE;
  for (guint i = 0; i < names->len; i++)
    {
      BookField mine = book_get (side, uid, names->pdata[i]), known = book_get (other, uid, names->pdata[i]);

      if (g_strcmp0 (book_value (uid, names->pdata[i], &mine), book_value (uid, names->pdata[i], &known)) != 0
          && !book_knows (&known, &mine))
        return TRUE;
    }
  return FALSE;
}

/* Whether an edit at @side, of which @other does not know, stands on the record @uid. */
static gboolean
is_needed (const Book *side, const Book *other, const char *uid)
{
  GHashTableIter iter;
  gpointer at;

  g_hash_table_iter_init (&iter, side->records);
  while (g_hash_table_iter_next (&iter, &at, NULL))
    {
      BookField state = book_get (side, at, "option");
      const char *option = book_value (at, "option", &state);

      if (!is_gone (side, at) && (g_str_equal (at, uid) || (option != NULL && strstr (option, uid) != NULL))
          && has_news (side, other, at))
        return TRUE;
    }
  return FALSE;
}

/* Whether a person has to say whether the record stays deleted. */
static gboolean
is_deletion_asked (const Book *ours, const Book *theirs, const char *uid)
{
  const BookField mine = book_get (ours, uid, ACCORD_DOSSIER_DELETED);
  const BookField other = book_get (theirs, uid, ACCORD_DOSSIER_DELETED);

  if (is_gone (ours, uid) == is_gone (theirs, uid))
    return FALSE;
  if (!book_knows (&mine, &other) && !book_knows (&other, &mine))
    return TRUE;
  if (is_gone (ours, uid) && book_knows (&mine, &other))
    return is_needed (theirs, ours, uid);
  if (is_gone (theirs, uid) && book_knows (&other, &mine))
    return is_needed (ours, theirs, uid);
  return FALSE;
}

static const char *
chosen (const AccordMergeField *entry)
{
  if (entry->choice == ACCORD_MERGE_TAKE_OTHER)
    return entry->other;
  return entry->choice == ACCORD_MERGE_TAKE_OURS ? entry->ours : entry->theirs;
}

/* What a field is to come to, and whether the merge asks when it has to, and only then. */
static BookField
expect_field (const AccordDossierMerge *merge, const Book *ours, const Book *theirs, const char *uid,
              const char *field, gboolean gone)
{
  const AccordMergeField *entry = accord_dossier_merge_find (merge, uid, field);
  const BookField mine = book_get (ours, uid, field), other = book_get (theirs, uid, field);
  const BookField joined = book_join (mine, other);
  const gboolean both_gone = is_gone (ours, uid) && is_gone (theirs, uid);
  gboolean asked = !book_is_agreed (uid, field, &joined), taken = FALSE;

  if (g_str_equal (field, ACCORD_DOSSIER_DELETED))
    asked = is_deletion_asked (ours, theirs, uid);
  if (!asked && book_is_agreed (uid, field, &joined))
    taken = g_strcmp0 (book_value (uid, field, &joined), book_value (uid, field, &mine)) != 0;
  g_assert_cmpint (entry != NULL && entry->verdict == ACCORD_MERGE_BOTH, ==, asked && !both_gone);
  g_assert_cmpint (entry != NULL && entry->verdict == ACCORD_MERGE_THEIRS, ==, taken && !both_gone);
  if (entry == NULL || entry->choice == ACCORD_MERGE_UNDECIDED)
    {
      g_assert_true (entry == NULL || gone);
      return asked ? book_decide (uid, field, joined, book_greatest (uid, field, &joined)) : joined;
    }
  g_assert_cmpstr (entry->ours, ==, book_value (uid, field, &mine));
  g_assert_cmpstr (entry->theirs, ==, book_value (uid, field, &other));
  if (taken && g_strcmp0 (chosen (entry), entry->theirs) == 0)
    return joined;
  return book_decide (uid, field, joined, chosen (entry));
}

static void
expect_record (const AccordDossierMerge *merge, Book *outcome, const Book *ours, const Book *theirs,
               const char *uid)
{
  g_autoptr (GPtrArray) names = book_list_fields (ours, theirs, uid);
  BookField deleted;
  gboolean gone;

  deleted = expect_field (merge, ours, theirs, uid, ACCORD_DOSSIER_DELETED, FALSE);
  gone = book_value (uid, ACCORD_DOSSIER_DELETED, &deleted) != NULL;
  book_set (outcome, uid, ACCORD_DOSSIER_DELETED, deleted);
  for (guint i = 0; i < names->len; i++)
    if (!g_str_equal (names->pdata[i], ACCORD_DOSSIER_DELETED))
      book_set (outcome, uid, names->pdata[i],
                expect_field (merge, ours, theirs, uid, names->pdata[i], gone));
}

static void
expect_new (const AccordDossierMerge *merge, Book *outcome, const Book *theirs, const char *uid)
{
  g_autoptr (GPtrArray) names = book_list_fields (theirs, theirs, uid);
  guint n_entries = 0, n_dropped = 0;

  book_add (outcome, uid);
  for (guint i = 0; i < names->len; i++)
    {
      const AccordMergeField *entry = accord_dossier_merge_find (merge, uid, names->pdata[i]);
      BookField state = book_get (theirs, uid, names->pdata[i]);
      const char *value = book_value (uid, names->pdata[i], &state);

      g_assert_cmpint (entry != NULL, ==, value != NULL && !is_gone (theirs, uid));
      book_set (outcome, uid, names->pdata[i], state);
      n_entries += entry != NULL;
      n_dropped += entry != NULL && entry->choice == ACCORD_MERGE_TAKE_OURS;
      if (entry == NULL)
        continue;
      g_assert_cmpint (entry->verdict, ==, ACCORD_MERGE_THEIRS);
      book_edit (outcome, uid, names->pdata[i], chosen (entry));
    }
  if (n_entries == 0 || n_dropped < n_entries)
    return;
  for (guint i = 0; i < names->len; i++)
    book_set (outcome, uid, names->pdata[i], book_get (theirs, uid, names->pdata[i]));
  book_edit (outcome, uid, ACCORD_DOSSIER_DELETED, "true");
}

Book *
merge_expect (const AccordDossierMerge *merge, const Book *ours, const Book *theirs)
{
  Book *outcome = book_copy (ours);
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, theirs->records);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (book_has (ours, uid))
      expect_record (merge, outcome, ours, theirs, uid);
    else
      expect_new (merge, outcome, theirs, uid);
  return outcome;
}

/* The same decisions on the other side come to the same dossier. */
void
merge_check_mirrored (const AccordDossierMerge *merge, const AccordDossier *outcome)
{
  g_autoptr (AccordDossierMerge) mirror = accord_dossier_merge_new (merge->theirs, merge->ours);
  g_autoptr (AccordDossier) other = NULL;
  g_autofree char *json = NULL, *other_json = NULL;

  for (guint i = 0; i < merge->fields->len; i++)
    {
      const AccordMergeField *entry = merge->fields->pdata[i];
      AccordMergeField *mirrored = accord_dossier_merge_find (mirror, entry->uid, entry->field);

      /* Who drops what only the other side has decides what the other side cannot. */
      if (entry->verdict == ACCORD_MERGE_THEIRS && entry->choice != ACCORD_MERGE_TAKE_THEIRS)
        return;
      if (entry->verdict != ACCORD_MERGE_BOTH)
        continue;
      mirrored->choice = entry->choice == ACCORD_MERGE_TAKE_OURS     ? ACCORD_MERGE_TAKE_THEIRS
                         : entry->choice == ACCORD_MERGE_TAKE_THEIRS ? ACCORD_MERGE_TAKE_OURS
                                                                     : ACCORD_MERGE_TAKE_OTHER;
      mirrored->other = g_strdup (entry->other);
    }
  g_assert_cmpuint (mirror->n_both, ==, merge->n_both);
  other = accord_dossier_merge_resolve (mirror, NULL);
  g_assert_nonnull (other);
  json = accord_dossier_dup_json (outcome);
  other_json = accord_dossier_dup_json (other);
  g_assert_cmpstr (json, ==, other_json);
}

/* Nothing is asked about twice, and nothing is changed by what is known. */
void
merge_check_settled (const AccordDossier *outcome, const AccordDossier *theirs)
{
  g_autoptr (AccordDossierMerge) again = accord_dossier_merge_new (outcome, theirs);
  g_autoptr (AccordDossierMerge) back = accord_dossier_merge_new (theirs, outcome);
  g_autoptr (AccordDossier) same = accord_dossier_merge_resolve (again, NULL);
  g_autofree char *json = accord_dossier_dup_json (outcome), *same_json = accord_dossier_dup_json (same);

  g_assert_cmpuint (again->fields->len, ==, 0);
  g_assert_false (again->news);
  g_assert_cmpuint (back->n_both, ==, 0);
  g_assert_cmpstr (json, ==, same_json);
}
