/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"
#include "risk-sort.h"

#include <math.h>

static void
test_sort (void)
{
  for (guint t = 0; t < 200; t++)
    {
      const guint n = test_below (2000);
      g_autofree double *numbers = g_new (double, n + 1);
      g_autofree double *scratch = g_new (double, n + 1);
      double sum = 0, sorted = 0;

      for (guint i = 0; i < n; i++)
        {
          numbers[i] =
              t % 3 == 0 ? (double) test_below (5) - 2 : g_test_rand_double_range (-1, 1) * pow (10, t % 40);
          sum += numbers[i];
        }
      accord_sort_doubles (numbers, scratch, n);
      for (guint i = 0; i < n; i++)
        {
          sorted += numbers[i];
          g_assert_true (i == 0 || numbers[i - 1] <= numbers[i]);
        }
      g_assert_cmpfloat (fabs (sum - sorted), <=, 1e-9 * pow (10, t % 40));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/draw/sort", test_sort);
  return g_test_run ();
}
