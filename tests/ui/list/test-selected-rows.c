/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/id-set.h"
#include "list/selected-rows.h"

/* Identifiers near and far, below nought and at both ends, so that every kind of page is met. */
static gint64
random_id (void)
{
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return ((gint64) g_test_rand_int () * (G_GINT64_CONSTANT (1) << 31)) ^ g_test_rand_int ();
    case 1:
      return g_test_rand_int_range (0, 2) ? G_MAXINT64 : G_MININT64;
    case 2:
      return -g_test_rand_int_range (0, 100000);
    default:
      return g_test_rand_int_range (1, 100000);
    }
}

static GHashTable *
naive_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
naive_add (GHashTable *set, gint64 id)
{
  return g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
test_id_set (void)
{
  g_autoptr (AccordIdSet) set = accord_id_set_new ();
  g_autoptr (GHashTable) naive = naive_set_new ();

  for (guint i = 0; i < 20000; i++)
    {
      gint64 id = random_id ();

      g_assert_cmpint (accord_id_set_contains (set, id), ==, g_hash_table_contains (naive, &id));
      if (g_test_rand_int_range (0, 3) > 0)
        g_assert_cmpint (accord_id_set_add (set, id), ==, naive_add (naive, id));
      else
        g_assert_cmpint (accord_id_set_remove (set, id), ==, g_hash_table_remove (naive, &id));
      g_assert_cmpuint (accord_id_set_get_size (set), ==, g_hash_table_size (naive));
      if (i % 5000 == 4999)
        {
          accord_id_set_clear (set);
          g_hash_table_remove_all (naive);
        }
    }
}

/* The same selection kept as simply as can be: the ids selected in a hash table, everything else by looking.
 */
typedef struct
{
  AccordSelectedRows *rows;
  GHashTable *naive;
  GArray *order;
  gboolean *before;
} Model;

static gint64 *
order_of (Model *model)
{
  return (gint64 *) (gpointer) model->order->data;
}

static gboolean
naive_selected (Model *model, guint position)
{
  return g_hash_table_contains (model->naive, &order_of (model)[position]);
}

static void
remember (Model *model)
{
  model->before = g_renew (gboolean, model->before, model->order->len);
  for (guint i = 0; i < model->order->len; i++)
    model->before[i] = naive_selected (model, i);
}

/* The spans hold every row that changed, begin and end with one, and no two of them touch. */
static void
check_changed (Model *model, const AccordSpan *changed, guint n_spans)
{
  gboolean covered;

  for (guint i = 0; i < model->order->len; i++)
    {
      covered = FALSE;
      for (guint k = 0; k < n_spans; k++)
        covered |= i >= changed[k].first && i <= changed[k].last;
      if (naive_selected (model, i) != model->before[i])
        g_assert_true (covered);
    }
  for (guint k = 0; k < n_spans; k++)
    if (changed[k].first <= changed[k].last)
      {
        g_assert_true (naive_selected (model, changed[k].first) != model->before[changed[k].first]);
        g_assert_true (naive_selected (model, changed[k].last) != model->before[changed[k].last]);
      }
  if (n_spans == 2 && changed[0].first <= changed[0].last && changed[1].first <= changed[1].last)
    g_assert_true (changed[0].last + 1 < changed[1].first || changed[1].last + 1 < changed[0].first);
}

static void
check_positions (Model *model)
{
  guint n = model->order->len;
  guint first = g_test_rand_int_range (0, n + 3), length = g_test_rand_int_range (0, n + 3);
  g_autoptr (GtkBitset) positions =
      accord_selected_rows_get_positions (model->rows, order_of (model), n, first, length);

  for (guint i = 0; i < n; i++)
    g_assert_cmpint (gtk_bitset_contains (positions, i), ==,
                     i >= first && i - first < length && naive_selected (model, i));
}

static void
check_state (Model *model)
{
  guint count = 0;
  gint64 only = 0;

  for (guint i = 0; i < model->order->len; i++)
    {
      gint64 id = order_of (model)[i];

      g_assert_cmpint (accord_selected_rows_contains (model->rows, id), ==, naive_selected (model, i));
      if (naive_selected (model, i))
        {
          count++;
          only = id;
        }
    }
  check_positions (model);
  g_assert_cmpuint (accord_selected_rows_count (model->rows, order_of (model), model->order->len), ==, count);
  g_assert_cmpint (accord_selected_rows_get_only (model->rows, order_of (model), model->order->len), ==,
                   count == 1 ? only : 0);
}

static void
shuffle_order (Model *model)
{
  g_autoptr (GHashTable) seen = naive_set_new ();
  guint n = g_test_rand_int_range (0, 40);

  g_array_set_size (model->order, 0);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = g_test_rand_int_range (1, 60);

      if (naive_add (seen, id))
        g_array_append_val (model->order, id);
    }
  accord_selected_rows_order_changed (model->rows);
}

static void
change_range (Model *model)
{
  guint n = model->order->len;
  guint position = g_test_rand_int_range (0, n);
  guint length = g_test_rand_int_range (0, 3) > 0 ? 1 : (guint) g_test_rand_int_range (1, n + 10);
  gboolean select = g_test_rand_int_range (0, 4) > 0;
  gboolean alone = select && g_test_rand_int_range (0, 2);
  AccordSpan changed[2];

  accord_selected_rows_change (model->rows, order_of (model), n, position, length, select, alone, changed);
  if (alone)
    g_hash_table_remove_all (model->naive);
  for (guint i = position; i < MIN (n, position + length); i++)
    {
      if (select)
        naive_add (model->naive, order_of (model)[i]);
      else
        g_hash_table_remove (model->naive, &order_of (model)[i]);
    }
  check_changed (model, changed, 2);
}

static void
assign_mask (Model *model)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_empty ();
  AccordSpan changed;

  for (guint i = 0; i < model->order->len + 5; i++)
    {
      if (g_test_rand_int_range (0, 2))
        gtk_bitset_add (selected, i);
      if (g_test_rand_int_range (0, 2))
        gtk_bitset_add (mask, i);
    }
  changed = accord_selected_rows_assign (model->rows, order_of (model), model->order->len, selected, mask);
  for (guint i = 0; i < model->order->len; i++)
    if (gtk_bitset_contains (mask, i))
      {
        if (gtk_bitset_contains (selected, i))
          naive_add (model->naive, order_of (model)[i]);
        else
          g_hash_table_remove (model->naive, &order_of (model)[i]);
      }
  check_changed (model, &changed, 1);
}

static void
change_all (Model *model, gboolean select)
{
  guint n = model->order->len;
  AccordSpan changed;

  if (select)
    {
      changed = accord_selected_rows_select_all (model->rows, order_of (model), n);
      for (guint i = 0; i < n; i++)
        naive_add (model->naive, order_of (model)[i]);
    }
  else
    {
      changed = accord_selected_rows_clear (model->rows, order_of (model), n);
      g_hash_table_remove_all (model->naive);
    }
  check_changed (model, &changed, 1);
}

static void
test_random_operations (void)
{
  Model model = { accord_selected_rows_new (), naive_set_new (), g_array_new (FALSE, FALSE, sizeof (gint64)),
                  NULL };

  for (guint i = 0; i < 30000; i++)
    {
      int what = g_test_rand_int_range (0, 20);

      remember (&model);
      if (what == 0)
        shuffle_order (&model);
      else if (what == 1)
        change_all (&model, TRUE);
      else if (what == 2)
        change_all (&model, FALSE);
      else if (what < 6)
        assign_mask (&model);
      else if (what == 6)
        {
          accord_selected_rows_expect (model.rows, 70);
          naive_add (model.naive, 70);
        }
      else if (model.order->len > 0)
        change_range (&model);
      /* Not always, so that what is put off until somebody looks is put off over several steps. */
      if (g_test_rand_int_range (0, 3))
        check_state (&model);
    }

  accord_selected_rows_free (model.rows);
  g_hash_table_unref (model.naive);
  g_array_unref (model.order);
  g_free (model.before);
}

/* What is out of sight stays selected through any order, but for a plain choice of something else. */
static void
test_hidden (void)
{
  const gint64 all[] = { 1, 2, 3, 4, 5 }, some[] = { 5, 2 };
  g_autoptr (AccordSelectedRows) rows = accord_selected_rows_new ();
  AccordSpan changed[2];

  accord_selected_rows_change (rows, all, 5, 0, 2, TRUE, TRUE, changed);
  accord_selected_rows_order_changed (rows);
  g_assert_cmpuint (accord_selected_rows_count (rows, some, 2), ==, 1);
  g_assert_cmpint (accord_selected_rows_get_only (rows, some, 2), ==, 2);
  accord_selected_rows_order_changed (rows);
  g_assert_cmpuint (accord_selected_rows_count (rows, all, 5), ==, 2);

  accord_selected_rows_order_changed (rows);
  accord_selected_rows_change (rows, some, 2, 0, 1, TRUE, TRUE, changed);
  accord_selected_rows_order_changed (rows);
  g_assert_cmpint (accord_selected_rows_get_only (rows, all, 5), ==, 5);
}

static void
test_million (void)
{
  const guint n = 1000000;
  g_autofree gint64 *order = g_new (gint64, n);
  g_autoptr (AccordSelectedRows) rows = accord_selected_rows_new ();
  AccordSpan changed[2];

  for (guint i = 0; i < n; i++)
    order[i] = (gint64) ((i * G_GUINT64_CONSTANT (7919)) % 1000003) + 1;

  changed[0] = accord_selected_rows_select_all (rows, order, n);
  g_assert_cmpuint (changed[0].first, ==, 0);
  g_assert_cmpuint (changed[0].last, ==, n - 1);
  g_assert_cmpuint (accord_selected_rows_count (rows, order, n), ==, n);

  accord_selected_rows_change (rows, order, n, 500000, 1, TRUE, TRUE, changed);
  g_assert_cmpint (accord_selected_rows_get_only (rows, order, n), ==, order[500000]);
  g_assert_cmpuint (changed[0].first, ==, 0);
  g_assert_cmpuint (changed[0].last, ==, n - 1);

  accord_selected_rows_change (rows, order, n, 7, 1, TRUE, TRUE, changed);
  g_assert_cmpuint (changed[0].first, ==, 500000);
  g_assert_cmpuint (changed[0].last, ==, 500000);
  g_assert_cmpuint (changed[1].first, ==, 7);
  g_assert_cmpuint (changed[1].last, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/id-set", test_id_set);
  g_test_add_func ("/ui/selected-rows/random-operations", test_random_operations);
  g_test_add_func ("/ui/selected-rows/hidden", test_hidden);
  g_test_add_func ("/ui/selected-rows/million", test_million);
  return g_test_run ();
}
