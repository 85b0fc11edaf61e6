/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "found-set.h"
#include "kinds.h"
#include "order-diff.h"
#include "order.h"
#include "record-cache.h"
#include "record-private.h"

#include <string.h>

#define RUN(array, i) (&g_array_index (array, AccordOrderRun, i))
#define SPLICE(array, i) (&g_array_index (array, AccordOrderSplice, i))
#define ID(array, i) (g_array_index (array, gint64, i))

static GArray *
ids_from (const char *words)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *words != '\0'; words++)
    {
      const gint64 id = *words;

      g_array_append_val (ids, id);
    }
  return ids;
}

static GArray *
diff (GArray *before, GArray *after)
{
  return accord_order_diff ((gint64 *) (gpointer) before->data, before->len,
                            (gint64 *) (gpointer) after->data, after->len);
}

static char *
print_splices (GArray *splices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < splices->len; i++)
    g_string_append_printf (text, "%s%u-%u+%u", i > 0 ? " " : "", SPLICE (splices, i)->position,
                            SPLICE (splices, i)->removed, SPLICE (splices, i)->added);
  return g_string_free (text, FALSE);
}

/* Rows that a view holds are written in capitals on the left. */
static void
test_splices_by_hand (void)
{
  static const struct
  {
    const char *before;
    const char *live;
    const char *after;
    const char *splices;
  } cases[] = {
    { "", "", "", "" },
    { "", "", "abc", "0-0+3" },
    { "abc", "", "", "0-3+0" },
    { "abc", "a", "", "0-3+0" },
    { "abcdef", "", "abcdef", "" },
    { "abcdef", "", "abxcdef", "2-0+1" },
    { "abcdef", "c", "abcdefx", "6-0+1" },
    { "abcdef", "", "xbcdey", "0-6+6" },
    { "abcdef", "c", "xbcdey", "0-1+1 5-1+1" },
    { "abcdef", "ce", "abxcyef", "2-0+1 4-1+1" },
    { "abcdef", "e", "abxcyef", "2-2+3" },
    /* A row that is held and goes, goes alone. */
    { "abcdef", "d", "abcxyef", "3-1+0 3-0+2" },
    { "abcdef", "bd", "acxydef", "1-2+0 1-0+3" },
    { "abcdef", "ef", "fabcde", "0-0+1 6-1+0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) before = ids_from (cases[i].before);
      g_autoptr (GArray) after = ids_from (cases[i].after);
      g_autoptr (GArray) live = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) runs = diff (before, after);
      g_autoptr (GArray) splices = NULL;
      g_autofree char *text = NULL;

      for (guint at = 0; cases[i].before[at] != '\0'; at++)
        if (strchr (cases[i].live, cases[i].before[at]) != NULL)
          g_array_append_val (live, at);
      splices =
          accord_order_splices (runs, before->len, after->len, (guint *) (gpointer) live->data, live->len);
      text = print_splices (splices);
      g_test_message ("%s (%s) to %s", cases[i].before, cases[i].live, cases[i].after);
      g_assert_cmpstr (text, ==, cases[i].splices);
    }
}

static void
shuffle (GArray *ids, guint n_swaps)
{
  for (guint i = 0; i < n_swaps && ids->len > 1; i++)
    {
      const guint a = g_test_rand_int_range (0, ids->len), b = g_test_rand_int_range (0, ids->len);
      const gint64 id = ID (ids, a);

      ID (ids, a) = ID (ids, b);
      ID (ids, b) = id;
    }
}

static GArray *
random_order (guint n, gboolean far_apart)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      const gint64 id = far_apart ? (gint64) i * G_GINT64_CONSTANT (70368744177664) + 1 : (gint64) i + 1;

      g_array_append_val (ids, id);
    }
  shuffle (ids, g_test_rand_bit () ? n * 3 : 0);
  return ids;
}

/* Some rows go, some come, some move. */
static GArray *
change_order (GArray *before, gboolean far_apart)
{
  GArray *after = g_array_copy (before);
  const guint n_removed = g_test_rand_int_range (0, before->len / 2 + 1);
  const guint n_added = g_test_rand_int_range (0, 20);

  for (guint i = 0; i < n_removed; i++)
    g_array_remove_index (after, g_test_rand_int_range (0, after->len));
  for (guint i = 0; i < n_added; i++)
    {
      const gint64 id = (far_apart ? G_MAXINT64 - 1000 : 100000) + i;

      g_array_insert_val (after, g_test_rand_int_range (0, after->len + 1), id);
    }
  shuffle (after, g_test_rand_int_range (0, 4) * g_test_rand_int_range (0, 10));
  return after;
}

static guint
longest_increase (GArray *before, GArray *after)
{
  g_autofree guint *best = g_new0 (guint, before->len + 1);
  g_autofree int *target = g_new (int, before->len + 1);
  guint longest = 0;

  for (guint i = 0; i < before->len; i++)
    {
      target[i] = -1;
      for (guint j = 0; j < after->len; j++)
        if (ID (before, i) == ID (after, j))
          target[i] = j;
      for (guint h = 0; h < i && target[i] >= 0; h++)
        if (target[h] >= 0 && target[h] < target[i])
          best[i] = MAX (best[i], best[h]);
      best[i] += target[i] >= 0 ? 1 : 0;
      longest = MAX (longest, best[i]);
    }
  return longest;
}

static void
check_runs (GArray *runs, GArray *before, GArray *after)
{
  guint next_before = 0, next_after = 0, n_kept = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const AccordOrderRun *run = RUN (runs, i);

      g_assert_cmpuint (run->length, >, 0);
      g_assert_cmpuint (run->before, >=, next_before);
      g_assert_cmpuint (run->after, >=, next_after);
      g_assert_true (i == 0 || run->before > next_before || run->after > next_after);
      for (guint j = 0; j < run->length; j++)
        g_assert_cmpint (ID (before, run->before + j), ==, ID (after, run->after + j));
      next_before = run->before + run->length;
      next_after = run->after + run->length;
      n_kept += run->length;
    }
  g_assert_cmpuint (next_before, <=, before->len);
  g_assert_cmpuint (next_after, <=, after->len);
  g_assert_cmpuint (n_kept, ==, longest_increase (before, after));
}

static gboolean
is_kept (GArray *runs, guint position)
{
  for (guint i = 0; i < runs->len; i++)
    if (position >= RUN (runs, i)->before && position - RUN (runs, i)->before < RUN (runs, i)->length)
      return TRUE;
  return FALSE;
}

/* Replays the splices and follows one row that a view holds. */
static void
follow_live (GArray *runs, GArray *splices, guint position, gint64 id, GArray *after)
{
  gboolean gone = FALSE;
  const gboolean kept = is_kept (runs, position);

  for (guint i = 0; i < splices->len && !gone; i++)
    {
      const AccordOrderSplice *splice = SPLICE (splices, i);

      if (position < splice->position)
        continue;
      gone = position - splice->position < splice->removed;
      if (gone)
        g_assert_cmpuint (splice->added, ==, 0);
      position += splice->added - splice->removed;
    }
  g_assert_true (gone != kept);
  if (kept)
    g_assert_cmpint (ID (after, position), ==, id);
}

static void
check_splices (GArray *runs, GArray *before, GArray *after)
{
  g_autoptr (GArray) live = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) replay = g_array_copy (before);
  g_autoptr (GArray) splices = NULL;
  const int one_in = g_test_rand_int_range (1, 10);

  for (guint i = 0; i < before->len; i++)
    if (g_test_rand_int_range (0, one_in) == 0)
      g_array_append_val (live, i);
  splices = accord_order_splices (runs, before->len, after->len, (guint *) (gpointer) live->data, live->len);
  for (guint i = 0; i < splices->len; i++)
    {
      const AccordOrderSplice *splice = SPLICE (splices, i);

      g_assert_cmpuint (splice->removed + splice->added, >, 0);
      g_assert_cmpuint (splice->position + splice->removed, <=, replay->len);
      if (splice->removed > 0)
        g_array_remove_range (replay, splice->position, splice->removed);
      for (guint j = 0; j < splice->added; j++)
        g_array_insert_val (replay, splice->position + j, ID (after, splice->position + j));
    }
  g_assert_cmpmem (replay->data, replay->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
  for (guint i = 0; i < live->len; i++)
    follow_live (runs, splices, g_array_index (live, guint, i), ID (before, g_array_index (live, guint, i)),
                 after);
}

static void
test_diff_properties (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      const gboolean far_apart = round % 3 == 0;
      g_autoptr (GArray) before = random_order (g_test_rand_int_range (0, 60), far_apart);
      g_autoptr (GArray) after = change_order (before, far_apart);
      g_autoptr (GArray) runs = diff (before, after);

      check_runs (runs, before, after);
      check_splices (runs, before, after);
    }
}

static void
test_diff_of_many (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) runs = NULL;
  guint kept = 0;

  for (gint64 id = 1; id <= 300000; id++)
    g_array_append_val (before, id);
  after = g_array_copy (before);
  for (guint i = 0; i < 1000; i++)
    ID (after, i * 300) = 1000000 + i;
  runs = diff (before, after);
  for (guint i = 0; i < runs->len; i++)
    kept += RUN (runs, i)->length;
  g_assert_cmpuint (kept, ==, 299000);
  g_assert_cmpuint (runs->len, ==, 1000);
}

static void
test_found_set (void)
{
  for (guint round = 0; round < 200; round++)
    {
      const gint64 spread = round % 2 == 0 ? 500 : G_MAXINT64 / 4;
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) probes = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (AccordFoundSet) set = NULL;
      const guint n = g_test_rand_int_range (0, 100);

      for (guint i = 0; i < 2 * n; i++)
        {
          const gint64 id = (gint64) (g_test_rand_double () * spread) - (round % 4 < 2 ? 0 : spread / 2);

          g_array_append_val (probes, id);
          if (i % 2 == 0 && g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
            g_array_append_val (ids, id);
        }
      set = accord_found_set_new ((gint64 *) (gpointer) ids->data, ids->len);
      for (guint i = 0; i < probes->len; i++)
        g_assert_true (accord_found_set_contains (set, ID (probes, i))
                       == g_hash_table_contains (known, &ID (probes, i)));
      g_assert_false (accord_found_set_contains (set, G_MAXINT64));
      g_assert_false (accord_found_set_contains (set, G_MININT64));
    }
}

static void
test_found_set_pick (void)
{
  const gint64 found[] = { 5, 3, 8, 1 };
  const gint64 order[] = { 9, 8, 7, 6, 5, 4, 3, 2, 1 };
  g_autoptr (AccordFoundSet) set = accord_found_set_new (found, G_N_ELEMENTS (found));
  gint64 picked[3];
  guint at = 0;

  g_assert_cmpuint (accord_found_set_pick (set, order, G_N_ELEMENTS (order), &at, picked, 3), ==, 3);
  g_assert_cmpint (picked[0], ==, 8);
  g_assert_cmpint (picked[1], ==, 5);
  g_assert_cmpint (picked[2], ==, 3);
  g_assert_cmpuint (accord_found_set_pick (set, order, G_N_ELEMENTS (order), &at, picked, 3), ==, 1);
  g_assert_cmpint (picked[0], ==, 1);
  g_assert_cmpuint (at, ==, G_N_ELEMENTS (order));
}

static gpointer
fill_order (gpointer data)
{
  AccordOrder *order = data;

  for (gint64 id = 1; id <= 200000; id++)
    {
      g_assert_true (accord_order_append (order, id));
      if (id % 1000 == 0)
        accord_order_publish (order);
    }
  g_assert_false (accord_order_append (order, 0));
  return NULL;
}

/* What is published is good on another thread, at once and for ever. */
static void
test_order_across_threads (void)
{
  g_autoptr (AccordOrder) order = accord_order_new (200000);
  GThread *thread = g_thread_new ("fill", fill_order, order);
  guint n = 0, seen = 0;
  const gint64 *ids;

  while (seen < 200000)
    {
      ids = accord_order_peek (order, &n);
      g_assert_cmpuint (n, >=, seen);
      for (; seen < n; seen++)
        g_assert_cmpint (ids[seen], ==, (gint64) seen + 1);
    }
  g_thread_join (thread);
  accord_order_trim (order);
  ids = accord_order_peek (order, &n);
  g_assert_cmpint (ids[n - 1], ==, 200000);
}

static AccordRecord *
place_with (gint64 id)
{
  AccordRecord *record = g_object_new (TEST_TYPE_PLACE, NULL);

  accord_record_set_identity (record, id, "u", NULL, NULL, NULL);
  return record;
}

static void
test_cache (void)
{
  g_autoptr (AccordRecordCache) cache = accord_record_cache_new (3);
  AccordRecord *first = place_with (1);
  AccordRecord *again = place_with (1);

  accord_record_cache_add (cache, first);
  g_assert_true (accord_record_cache_find (cache, 1) == first);
  accord_record_cache_add (cache, again);
  g_assert_finalize_object (first);
  g_assert_true (accord_record_cache_find (cache, 1) == again);
  for (gint64 id = 2; id <= 4; id++)
    {
      g_autoptr (AccordRecord) record = place_with (id);

      accord_record_cache_add (cache, record);
      /* What was looked at last stays. */
      g_assert_nonnull (accord_record_cache_find (cache, 1));
    }
  g_assert_cmpuint (accord_record_cache_get_size (cache), ==, 3);
  g_assert_null (accord_record_cache_find (cache, 2));
  accord_record_cache_remove (cache, 3);
  accord_record_cache_remove (cache, 3);
  g_assert_cmpuint (accord_record_cache_get_size (cache), ==, 2);
  accord_record_cache_clear (cache);
  g_assert_null (accord_record_cache_find (cache, 1));
  g_assert_finalize_object (again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/splices-by-hand", test_splices_by_hand);
  g_test_add_func ("/order/diff-properties", test_diff_properties);
  g_test_add_func ("/order/diff-of-many", test_diff_of_many);
  g_test_add_func ("/order/found-set", test_found_set);
  g_test_add_func ("/order/found-set-pick", test_found_set_pick);
  g_test_add_func ("/order/across-threads", test_order_across_threads);
  g_test_add_func ("/order/cache", test_cache);

  return g_test_run ();
}
