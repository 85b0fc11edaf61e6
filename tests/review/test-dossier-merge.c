/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-expect.h"

#include "pack-error.h"
#include "uid.h"

#include <stdlib.h>

/* Copies of one case that chance edits and that exchange packs in any order, any number of times, old ones
 * again. What must come of it is worked out by a book of every edit and every decision. */

#define HISTORIES 400
#define STEPS 40
#define MOST_COPIES 3

static const char *const fields[] = { "amount", "name", "note", "option" };

typedef struct
{
  AccordDossier *dossier;
  Book *book;
} Copy;

typedef struct
{
  char *json;
  Book *book;
} Pack;

typedef struct
{
  char *case_uid;
  Copy copies[MOST_COPIES];
  guint n_copies;
  GPtrArray *packs;
  GPtrArray *uids;
  guint64 n_asked;
} History;

static guint
below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static char *
dup_uid (void)
{
  char uid[ACCORD_UID_LENGTH + 1];

  accord_uid_make (uid);
  return g_strdup (uid);
}

static void
pack_free (gpointer data)
{
  Pack *self = data;

  g_free (self->json);
  book_free (self->book);
  g_free (self);
}

/* Few values, so that the same edit is often made twice. */
static char *
random_value (const History *history, const char *field)
{
  if (below (6) == 0)
    return NULL;
  if (g_str_equal (field, "option"))
    return g_strdup_printf ("\"%s\"", (char *) history->uids->pdata[below (history->uids->len)]);
  if (g_str_equal (field, "amount"))
    return g_strdup_printf ("%u", below (4));
  return g_strdup_printf ("\"%c\"", 'a' + (char) below (3));
}

static void
add_record (History *history, Copy *copy)
{
  static const char *const kinds[] = { "option", "cost", "caveat", "footprint" };
  char *uid = dup_uid ();
  AccordDossierRecord *record =
      accord_dossier_take_record (copy->dossier, kinds[below (G_N_ELEMENTS (kinds))], uid);

  book_add (copy->book, uid);
  g_ptr_array_add (history->uids, uid);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (below (3) > 0)
      {
        g_autofree char *value = random_value (history, fields[i]);

        accord_dossier_record_put (record, fields[i], value);
        book_born (copy->book, uid, fields[i], value);
      }
}

static void
edit_field (History *history, Copy *copy, AccordDossierRecord *record)
{
  const char *field = fields[below (G_N_ELEMENTS (fields))];
  g_autofree char *value = random_value (history, field);

  accord_dossier_record_edit (record, field, value);
  book_edit (copy->book, record->uid, field, value);
}

static void
edit_deleted (Copy *copy, AccordDossierRecord *record, gboolean deleted)
{
  accord_dossier_record_edit (record, ACCORD_DOSSIER_DELETED, deleted ? "true" : NULL);
  book_edit (copy->book, record->uid, ACCORD_DOSSIER_DELETED, deleted ? "true" : NULL);
}

static void
edit_at_random (History *history, Copy *copy)
{
  g_autoptr (GPtrArray) records = accord_dossier_list_records (copy->dossier);
  AccordDossierRecord *record;

  if (records->len == 0 || (records->len < 6 && below (5) == 0))
    {
      add_record (history, copy);
      return;
    }
  record = records->pdata[below (records->len)];
  if (accord_dossier_record_is_deleted (record))
    {
      if (below (2) == 0)
        edit_deleted (copy, record, FALSE);
    }
  else if (below (5) == 0)
    edit_deleted (copy, record, TRUE);
  else
    edit_field (history, copy, record);
}

/* As a workspace does: the case is read afresh, without descent, and follows what was last kept. */
static void
read_afresh (Copy *copy)
{
  g_autoptr (AccordDossier) before = g_steal_pointer (&copy->dossier);
  g_autoptr (GPtrArray) records = accord_dossier_list_records (before);
  AccordDossier *now = accord_dossier_new (before->case_uid);

  for (guint i = 0; i < records->len; i++)
    {
      const AccordDossierRecord *record = records->pdata[i];
      AccordDossierRecord *fresh;

      if (accord_dossier_record_is_deleted (record) || accord_dossier_kind_order (record->kind) < 0)
        continue;
      fresh = accord_dossier_take_record (now, record->kind, record->uid);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        if (below (4) == 0)
          {
            g_autofree char *value = g_strdup_printf ("%u", below (3));

            accord_dossier_record_put (fresh, fields[j], value);
            book_edit (copy->book, record->uid, fields[j], value);
          }
        else
          accord_dossier_record_put (fresh, fields[j], accord_dossier_record_get (record, fields[j]));
    }
  accord_dossier_follow (now, before);
  copy->dossier = now;
}

static void
make_pack (History *history, const Copy *copy)
{
  Pack *pack = g_new0 (Pack, 1);

  pack->json = accord_dossier_dup_json (copy->dossier);
  pack->book = book_copy (copy->book);
  g_ptr_array_add (history->packs, pack);
}

static AccordDossier *
open_pack (const Pack *pack)
{
  g_autoptr (GError) error = NULL;
  AccordDossier *dossier = accord_dossier_parse (pack->json, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = accord_dossier_dup_json (dossier);
  g_assert_cmpstr (again, ==, pack->json);
  return dossier;
}

static void
choose (const History *history, AccordMergeField *entry, gboolean steady)
{
  const guint chance = below (entry->verdict == ACCORD_MERGE_BOTH ? 3 : 12);

  if (entry->verdict == ACCORD_MERGE_THEIRS && steady)
    return;
  if (chance == 0)
    entry->choice = ACCORD_MERGE_TAKE_OURS;
  else if (chance == 1 && !g_str_equal (entry->field, ACCORD_DOSSIER_DELETED))
    {
      entry->choice = ACCORD_MERGE_TAKE_OTHER;
      entry->other = random_value (history, entry->field);
    }
  else
    entry->choice = ACCORD_MERGE_TAKE_THEIRS;
}

/* The dossier says what the book says, no less and no more. */
static void
check (const Copy *copy)
{
  GHashTableIter iter;
  gpointer uid;

  g_assert_cmpuint (g_hash_table_size (copy->dossier->records), ==, g_hash_table_size (copy->book->records));
  g_hash_table_iter_init (&iter, copy->book->records);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      const AccordDossierRecord *record = g_hash_table_lookup (copy->dossier->records, uid);
      g_autoptr (GPtrArray) names = book_list_fields (copy->book, copy->book, uid);

      g_assert_nonnull (record);
      for (guint i = 0; i < names->len; i++)
        {
          BookField state = book_get (copy->book, uid, names->pdata[i]);

          g_assert_cmpstr (accord_dossier_record_get (record, names->pdata[i]), ==,
                           book_value (uid, names->pdata[i], &state));
        }
    }
}

static void
take_pack (History *history, Copy *copy, const Pack *pack, gboolean steady)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDossier) theirs = open_pack (pack);
  g_autoptr (AccordDossierMerge) merge = accord_dossier_merge_new (copy->dossier, theirs);
  AccordDossier *outcome;
  Book *book;

  for (guint i = 0; i < merge->fields->len; i++)
    choose (history, merge->fields->pdata[i], steady);
  history->n_asked += merge->n_both;
  outcome = accord_dossier_merge_resolve (merge, &error);
  g_assert_no_error (error);
  book = merge_expect (merge, copy->book, pack->book);
  merge_check_mirrored (merge, outcome);
  merge_check_settled (outcome, theirs);
  accord_dossier_free (copy->dossier);
  book_free (copy->book);
  copy->dossier = outcome;
  copy->book = book;
  check (copy);
}

/* Whichever two are joined first. */
static void
check_associative (const History *history)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_dossier_free);
  g_autofree char *left = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (all, open_pack (history->packs->pdata[below (history->packs->len)]));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordDossierMerge) first = accord_dossier_merge_new (all->pdata[i], all->pdata[i + 1]);
      g_autoptr (AccordDossier) two = accord_dossier_merge_resolve (first, NULL);
      g_autoptr (AccordDossierMerge) second = NULL;
      g_autoptr (AccordDossier) three = NULL;
      g_autofree char *json = NULL;

      if (two == NULL)
        return;
      second = i == 0 ? accord_dossier_merge_new (two, all->pdata[2])
                      : accord_dossier_merge_new (all->pdata[0], two);
      three = accord_dossier_merge_resolve (second, NULL);
      if (three == NULL)
        return;
      json = accord_dossier_dup_json (three);
      if (i == 1)
        g_assert_cmpstr (json, ==, left);
      else
        left = g_steal_pointer (&json);
    }
}

/* Each takes the newest of every other, once round and again, until nobody has anything to say. */
static void
exchange_quietly (History *history)
{
  g_autofree char *first = NULL;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < history->n_copies; i++)
      for (guint j = 0; j < history->n_copies; j++)
        if (i != j)
          {
            make_pack (history, &history->copies[j]);
            take_pack (history, &history->copies[i], history->packs->pdata[history->packs->len - 1], TRUE);
          }
  first = accord_dossier_dup_json (history->copies[0].dossier);
  for (guint i = 1; i < history->n_copies; i++)
    {
      g_autofree char *json = accord_dossier_dup_json (history->copies[i].dossier);

      g_assert_cmpstr (json, ==, first);
    }
}

static void
history_begin (History *history)
{
  *history = (History){ .n_copies = 2 + below (MOST_COPIES - 1) };
  book_forget_edits ();
  history->case_uid = dup_uid ();
  history->packs = g_ptr_array_new_with_free_func (pack_free);
  history->uids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (history->uids, dup_uid ());
  for (guint i = 0; i < history->n_copies; i++)
    history->copies[i] = (Copy){ accord_dossier_new (history->case_uid), book_new () };
  /* What went out in the first place. */
  for (guint i = below (4); i > 0; i--)
    add_record (history, &history->copies[0]);
  for (guint i = 1; i < history->n_copies; i++)
    {
      make_pack (history, &history->copies[0]);
      take_pack (history, &history->copies[i], history->packs->pdata[i - 1], TRUE);
    }
}

static void
history_end (History *history)
{
  for (guint i = 0; i < history->n_copies; i++)
    {
      accord_dossier_free (history->copies[i].dossier);
      book_free (history->copies[i].book);
    }
  g_ptr_array_unref (history->packs);
  g_ptr_array_unref (history->uids);
  g_free (history->case_uid);
}

static guint64
run_history (void)
{
  History history;

  history_begin (&history);
  for (guint step = 0; step < STEPS; step++)
    {
      Copy *copy = &history.copies[below (history.n_copies)];
      const guint chance = below (10);

      if (chance < 4)
        edit_at_random (&history, copy);
      else if (chance < 5)
        read_afresh (copy);
      else if (chance < 7 || history.packs->len == 0)
        make_pack (&history, copy);
      else
        take_pack (&history, copy, history.packs->pdata[below (history.packs->len)], FALSE);
      check (copy);
    }
  if (history.packs->len > 0)
    check_associative (&history);
  exchange_quietly (&history);
  history_end (&history);
  return history.n_asked;
}

/* ACCORD_TEST_SECONDS makes it go on for as long. */
static void
test_histories (void)
{
  const char *asked = g_getenv ("ACCORD_TEST_SECONDS");
  const double seconds = asked != NULL ? g_ascii_strtod (asked, NULL) : 0;
  guint64 n_asked = 0, n_histories = 0;

  g_test_timer_start ();
  while (n_histories < HISTORIES || g_test_timer_elapsed () < seconds)
    {
      n_asked += run_history ();
      n_histories++;
    }
  g_test_message ("%" G_GUINT64_FORMAT " histories, %" G_GUINT64_FORMAT " decisions", n_histories, n_asked);
  g_assert_cmpuint (n_asked, >, n_histories);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/dossier-merge/histories", test_histories);
  return g_test_run ();
}
