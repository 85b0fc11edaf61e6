/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include <stdlib.h>
#include <string.h>

/* Two workspaces that have the same case, edited at random, with packs both ways at random. */
typedef struct
{
  Travel *travel;
  AccordWorkspace *there;
  GPtrArray *packs_to_home;
  GPtrArray *packs_to_there;
  guint n_edits;
  guint n_decisions;
} Pair;

static gint64
pick (AccordWorkspace *workspace, const char *kind)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_workspace_get_schema (workspace), kind));
  gint64 n = travel_count (workspace, kind), found = 0;

  if (n == 0)
    return 0;
  /* Identifiers ascend; deleted ones are passed over. */
  for (gint64 id = 1 + g_test_rand_int_range (0, (gint32) n + 2); found == 0 && id > 0; id--)
    {
      g_autoptr (AccordRecord) record =
          accord_workspace_get_record (workspace, accord_query_get_kind (query), id, NULL, NULL);

      if (record != NULL && accord_record_get_deleted (record) == NULL)
        found = id;
    }
  return found;
}

static void
edit_text (Pair *pair, AccordWorkspace *workspace)
{
  static const char *const places[][2] = { { "case", "summary" }, { "case", "economic" },
                                           { "case", "owner" },   { "option", "name" },
                                           { "cost", "name" },    { "outcome", "basis" },
                                           { "caveat", "owner" }, { "scenario", "description" },
                                           { "caveat", "text" },  { "document", "note" } };
  const guint at = g_test_rand_int_range (0, G_N_ELEMENTS (places));
  gint64 id = pick (workspace, places[at][0]);
  g_autofree char *text = g_strdup_printf ("Written %u", pair->n_edits++);

  if (id != 0)
    travel_set_text (workspace, places[at][0], id, places[at][1], text);
}

static void
add_cost (Pair *pair, AccordWorkspace *workspace)
{
  gint64 option = pick (workspace, "option");
  g_autoptr (AccordRecord) cost = travel_new (workspace, "cost");
  g_autofree char *name = g_strdup_printf ("Cost %u", pair->n_edits++);

  if (option == 0)
    return;
  accord_record_set_text (cost, "name", name);
  accord_record_set_int (cost, "option", option);
  accord_record_set_text (cost, "amounts", "2017/18 1000.00");
  travel_save (workspace, cost);
}

static void
add_caveat (Pair *pair, AccordWorkspace *workspace)
{
  const gint64 cases[] = { travel_case (workspace) };
  g_autoptr (AccordRecord) caveat = travel_new (workspace, "caveat");
  g_autofree char *text = g_strdup_printf ("Caveat %u", pair->n_edits++);

  accord_record_set_text (caveat, "text", text);
  accord_record_set_ids (caveat, "cases", cases, 1);
  travel_save (workspace, caveat);
}

static void
edit (Pair *pair, AccordWorkspace *workspace)
{
  gint64 id;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      add_cost (pair, workspace);
      break;
    case 1:
      add_caveat (pair, workspace);
      break;
    case 2:
      id = pick (workspace, "cost");
      if (id != 0)
        travel_delete (workspace, "cost", id);
      break;
    case 3:
      id = pick (workspace, "scenario");
      if (id != 0)
        travel_delete (workspace, "scenario", id);
      break;
    default:
      edit_text (pair, workspace);
      break;
    }
}

static gint64
find_organisation (Pair *pair, AccordWorkspace *workspace, gint64 id)
{
  g_autofree char *uid = travel_dup_uid (pair->travel->home, "organisation", id);
  g_autoptr (AccordRecord) record = travel_find (workspace, "organisation", uid);

  return accord_record_get_id (record);
}

static AccordPack *
send (Pair *pair, AccordWorkspace *from)
{
  static guint n_packs;
  Travel *travel = pair->travel;
  const gboolean home = from == travel->home;
  g_autofree char *name = g_strdup_printf ("pack-%u.accordpack", n_packs++);
  const gint64 asker = find_organisation (pair, from, home ? travel->asker : travel->one.organisation);
  const gint64 to = find_organisation (pair, from, home ? travel->one.organisation : travel->asker);
  AccordPack *pack = travel_send_from (travel, from, travel_case (from), asker, &to, 1,
                                       home ? travel->key : travel->one.key, name);

  g_ptr_array_add (home ? pair->packs_to_there : pair->packs_to_home, pack);
  return pack;
}

/* A person takes all that is offered; where both changed the same, one or the other. */
static void
take (Pair *pair, AccordWorkspace *workspace, AccordPack *pack)
{
  g_autoptr (AccordHomecoming) home = travel_plan (workspace, pack);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      for (guint j = 0; j < item->fields->len; j++)
        {
          AccordMergeField *field = item->fields->pdata[j];

          if (field->verdict != ACCORD_MERGE_BOTH)
            field->choice = ACCORD_MERGE_TAKE_THEIRS;
          else
            {
              /* A record that somebody else still needs cannot go. */
              const gboolean deletion = strcmp (field->field, "deleted") == 0;

              field->choice = deletion
                                  ? (field->ours == NULL ? ACCORD_MERGE_TAKE_OURS : ACCORD_MERGE_TAKE_THEIRS)
                              : g_test_rand_bit () ? ACCORD_MERGE_TAKE_OURS
                                                   : ACCORD_MERGE_TAKE_THEIRS;
              pair->n_decisions++;
            }
        }
    }
  change = accord_homecoming_apply (workspace, pack, home, TRUE, NULL, TODAY, NULL, &error);
  g_assert_no_error (error);
}

/* What a case says, without how it came to be so. */
static char *
dup_values (AccordWorkspace *workspace)
{
  g_autoptr (AccordDossier) dossier = travel_read (workspace, travel_case (workspace));
  g_autoptr (GPtrArray) records = accord_dossier_list_records (dossier);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      AccordDossierRecord *record = records->pdata[i];
      g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (record->fields), (GCompareFunc) strcmp);

      if (accord_dossier_record_is_deleted (record))
        continue;
      g_string_append_printf (text, "%s %s\n", record->kind, record->uid);
      for (GList *l = names; l != NULL; l = l->next)
        if (accord_dossier_record_get (record, l->data) != NULL)
          g_string_append_printf (text, "  %s %s\n", (char *) l->data,
                                  accord_dossier_record_get (record, l->data));
    }
  return g_string_free (text, FALSE);
}

static void
assert_equal (Pair *pair)
{
  g_autofree char *here = dup_values (pair->travel->home), *there = dup_values (pair->there);

  if (strcmp (here, there) != 0)
    {
      g_test_message ("%s", here);
      g_test_message ("%s", there);
    }
  g_assert_cmpstr (here, ==, there);
}

static void
wander (Pair *pair)
{
  for (guint step = 0; step < 25; step++)
    {
      const gboolean home = g_test_rand_bit ();
      AccordWorkspace *workspace = home ? pair->travel->home : pair->there;
      GPtrArray *packs = home ? pair->packs_to_home : pair->packs_to_there;

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          send (pair, workspace);
          break;
        case 1:
          if (packs->len > 0)
            take (pair, workspace, packs->pdata[g_test_rand_int_range (0, packs->len)]);
          break;
        default:
          edit (pair, workspace);
          break;
        }
    }
}

static void
test_two (Travel *self, gconstpointer data)
{
  g_autoptr (AccordWorkspace) there = travel_make_workspace (self, "there.accord");
  Pair pair = { self,
                there,
                g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pack_unref),
                g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pack_unref),
                0,
                0 };

  /* Each test begins with the same seed: further on in its numbers they differ. */
  for (guint i = 0; i < GPOINTER_TO_UINT (data) * 1000; i++)
    g_test_rand_int ();
  take (&pair, there, send (&pair, self->home));
  assert_equal (&pair);
  wander (&pair);
  /* Quiet: each side hears the other, until neither has anything that the other has not. */
  take (&pair, there, send (&pair, self->home));
  take (&pair, self->home, send (&pair, there));
  take (&pair, there, send (&pair, self->home));
  assert_equal (&pair);
  travel_check (there);
  g_test_message ("%u edits, %u decisions", pair.n_edits, pair.n_decisions);
  g_ptr_array_unref (pair.packs_to_home);
  g_ptr_array_unref (pair.packs_to_there);
  accord_workspace_close (there);
}

int
main (int argc, char *argv[])
{
  const guint n_rounds = g_getenv ("ACCORD_ROUNDS") != NULL ? atoi (g_getenv ("ACCORD_ROUNDS")) : 5;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *path = g_strdup_printf ("/review/two-workspaces/%u", i);

      g_test_add (path, Travel, GUINT_TO_POINTER (i), travel_set_up, test_two, travel_tear_down);
    }
  return g_test_run ();
}
