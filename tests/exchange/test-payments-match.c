/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-match.h"

/* The same rules, slowly: the payment of the same line, else the first of the key in order of line. */
typedef struct
{
  gint64 id;
  guint64 content;
  guint64 likeness;
  gint64 line;
  gboolean taken;
} Plain;

static gint64
take_plain (Plain *olds, guint n, gboolean by_content, guint64 key, gint64 line)
{
  Plain *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (olds[i].taken || (by_content ? olds[i].content : olds[i].likeness) != key)
        continue;
      if (olds[i].line == line)
        {
          best = &olds[i];
          break;
        }
      if (best == NULL || olds[i].line < best->line)
        best = &olds[i];
    }
  if (best == NULL)
    return 0;
  best->taken = TRUE;
  return best->id;
}

static void
test_as_plain (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (AccordPaymentsMatch) match = accord_payments_match_new ();
      guint n = g_test_rand_int_range (0, 60), keys = g_test_rand_int_range (1, 12), left = n;
      g_autofree Plain *olds = g_new0 (Plain, n + 1);

      for (guint i = 0; i < n; i++)
        {
          olds[i] = (Plain){ i + 1, g_test_rand_int_range (0, keys), g_test_rand_int_range (0, keys),
                             i * 2 + 1, FALSE };
          accord_payments_match_add (match, olds[i].id, olds[i].content, olds[i].likeness, olds[i].line);
        }
      accord_payments_match_close (match);
      for (guint i = 0; i < 120; i++)
        {
          guint64 key = g_test_rand_int_range (0, keys + 1);
          gint64 line = g_test_rand_int_range (0, 130);
          gboolean by_content = i < 60;
          gint64 id = by_content ? accord_payments_match_take_same (match, key, line)
                                 : accord_payments_match_take_like (match, key, line);

          g_assert_cmpint (id, ==, take_plain (olds, n, by_content, key, line));
          left -= id != 0;
          g_assert_cmpuint (accord_payments_match_count_left (match), ==, left);
        }
    }
}

/* A file of nothing but one row, a hundred thousand times over, is paired in a moment. */
static void
test_all_alike (void)
{
  g_autoptr (AccordPaymentsMatch) match = accord_payments_match_new ();
  const guint n = 100000;
  gint64 started;

  for (guint i = 0; i < n; i++)
    accord_payments_match_add (match, i + 1, 7, 7, i);
  accord_payments_match_close (match);
  started = g_get_monotonic_time ();
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (accord_payments_match_take_same (match, 7, (gint64) n + i), ==, i + 1);
  g_assert_cmpint (accord_payments_match_take_same (match, 7, 0), ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payments-match/as-plain", test_as_plain);
  g_test_add_func ("/payments-match/all-alike", test_all_alike);
  return g_test_run ();
}
