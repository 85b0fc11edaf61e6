/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exact-math.h"
#include "risk-curve.h"

#include <math.h>

/* Values were worked out with thirty digits from the definitions. */

#define EPSILON 0x1p-52

typedef struct
{
  double x;
  double y;
} Known;

static void
assert_relative (double value, double expected, double within)
{
  if (!(fabs (value - expected) <= within * fabs (expected)))
    g_error ("%.17g is not within %g times %.17g", value, within, expected);
}

static void
check_known (double (*function) (double), const Known *known, guint n, double within)
{
  for (guint i = 0; i < n; i++)
    assert_relative (function (known[i].x), known[i].y, within);
}

static void
test_log (void)
{
  static const Known known[] = {
    { 1e-300, -690.775527898213705 },
    { 0.1, -2.30258509299404563 },
    { 0.5, -0.693147180559945309 },
    { 0.70710678, -0.346573591958004193 },
    { 1.0, 0.0 },
    { 1.0001, 0.000099995000333297323 },
    { 2, 0.693147180559945309 },
    { 10, 2.30258509299404568 },
    { 1e300, 690.775527898213705 },
  };

  check_known (accord_exact_log, known, G_N_ELEMENTS (known), 3 * EPSILON);
}

static void
test_exp (void)
{
  static const Known known[] = {
    { -700, 9.85967654375977086e-305 },
    { -20.5, 1.25015286638674263e-9 },
    { -1, 0.367879441171442322 },
    { -0.001, 0.999000499833374992 },
    { 0, 1 },
    { 0.3466, 1.41425091185052867 },
    { 1, 2.71828182845904524 },
    { 50, 5.18470552858707246e+21 },
    { 700, 1.01423205473500451e+304 },
  };

  check_known (accord_exact_exp, known, G_N_ELEMENTS (known), 3 * EPSILON);
  g_assert_cmpfloat (accord_exact_exp (-1e9), ==, 0.0);
  g_assert_true (isfinite (accord_exact_exp (1e9)));
}

static void
test_inverse (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      const double x = g_test_rand_double_range (-600, 600);

      g_assert_cmpfloat (fabs (accord_exact_log (accord_exact_exp (x)) - x), <=,
                         4 * EPSILON * (1 + fabs (x)));
    }
}

static void
test_normal_below (void)
{
  static const Known known[] = {
    { -30, 4.90671392714818706e-198 }, { -8, 6.22096057427178412e-16 },  { -5, 2.86651571879193912e-7 },
    { -2.6, 0.00466118802371874904 },  { -2.5, 0.00620966532577613517 }, { -2.4, 0.00819753592459613143 },
    { -1, 0.158655253931457051 },      { -0.1, 0.460172162722971016 },   { 0, 0.5 },
    { 0.1, 0.539827837277028984 },     { 1, 0.841344746068542949 },      { 2, 0.977249868051820793 },
    { 2.5, 0.993790334674223865 },     { 3, 0.998650101968369905 },      { 6, 0.999999999013412355 },
  };
  double last = 0;

  check_known (accord_exact_normal_below, known, G_N_ELEMENTS (known), 1e-13);
  for (int i = -9000; i <= 6000; i++)
    {
      const double z = i / 1000.0, below = accord_exact_normal_below (z);

      g_assert_cmpfloat (below, >, last);
      g_assert_cmpfloat (fabs (below + accord_exact_normal_below (-z) - 1.0), <=, EPSILON);
      last = below;
    }
  g_assert_cmpfloat (accord_exact_normal_below (-1e6), ==, 0.0);
  g_assert_cmpfloat (accord_exact_normal_below (1e6), ==, 1.0);
}

static void
test_normal_quantile (void)
{
  static const Known known[] = {
    { 1e-20, -9.26234008979840758 },
    { 1e-9, -5.99780701500768686 },
    { 0.0001, -3.71901648545568055 },
    { 0.01, -2.32634787404084109 },
    { 0.025, -1.95996398454005421 },
    { 0.074, -1.44663206715897851 },
    { 0.076, -1.43250272082581162 },
    { 0.1, -1.28155156554460044 },
    { 0.25, -0.674489750196081743 },
    { 0.4, -0.253347103135799741 },
    { 0.5, 0 },
    { 0.9, 1.28155156554460059 },
    { 0.975, 1.95996398454005386 },
    { 0.999, 3.09023230616781328 },
  };
  double last = -100;

  check_known (accord_exact_normal_quantile, known, G_N_ELEMENTS (known), 4 * EPSILON);
  for (guint i = 1; i < 4096; i++)
    {
      const double p = i / 4096.0, z = accord_exact_normal_quantile (p);

      g_assert_cmpfloat (z, >, last);
      g_assert_cmpfloat (z, ==, -accord_exact_normal_quantile (1.0 - p));
      assert_relative (accord_exact_normal_below (z), p, 1e-13);
      last = z;
    }
}

/* Several at once are what each is alone, to the last bit. */
static void
test_normal_quantiles (void)
{
  double parts[1000], normals[1000];

  for (guint i = 0; i < 1000; i++)
    parts[i] = g_test_rand_double_range (1e-12, 1);
  accord_exact_normal_quantiles (parts, normals, 1000);
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpfloat (normals[i], ==, accord_exact_normal_quantile (parts[i]));
}

static void
test_normal_table (void)
{
  g_autoptr (AccordNormalTable) table = accord_normal_table_new ();
  double last = 0;

  for (int i = -82000; i <= 82000; i++)
    {
      const double z = i / 10000.0, below = accord_normal_table_below (table, z);

      g_assert_cmpfloat (fabs (below - accord_exact_normal_below (z)), <=, 8e-12);
      g_assert_cmpfloat (below, >=, last);
      last = below;
    }
  for (int i = -1; i <= 1; i += 2)
    {
      const double below = accord_normal_table_below (table, i * 1e9);

      g_assert_cmpfloat (below, >, 0);
      g_assert_cmpfloat (below, <, 1);
    }
}

static void
test_pert_known (void)
{
  static const struct
  {
    double peak;
    double p;
    double x;
  } known[] = {
    { 0, 1e-6, 2.00000080000048e-7 },     { 0, 0.05, 0.0102062183130115 },
    { 0, 0.3, 0.0688500849051623 },       { 0, 0.5, 0.129449436703876 },
    { 0, 0.9, 0.369042655519807 },        { 0, 0.999, 0.748811356849042 },
    { 0.1, 1e-6, 1.26205360017354e-5 },   { 0.1, 0.05, 0.0299981823235891 },
    { 0.1, 0.3, 0.124661499150131 },      { 0.1, 0.5, 0.202664850361466 },
    { 0.1, 0.9, 0.462329749961466 },      { 0.1, 0.999, 0.809477652241173 },
    { 0.25, 1e-6, 0.000316327821393724 }, { 0.25, 0.05, 0.0764403914123289 },
    { 0.25, 0.3, 0.218026915763225 },     { 0.25, 0.5, 0.313810170455697 },
    { 0.25, 0.9, 0.583890374619529 },     { 0.25, 0.999, 0.877986170388522 },
    { 0.5, 1e-6, 0.00465241636158658 },   { 0.5, 0.05, 0.189255377437771 },
    { 0.5, 0.3, 0.389818350530958 },      { 0.5, 0.5, 0.5 },
    { 0.5, 0.9, 0.753363546711533 },      { 0.5, 0.999, 0.952448101824542 },
    { 0.8, 1e-6, 0.0269822650654397 },    { 0.8, 0.05, 0.37872327598381 },
    { 0.8, 0.3, 0.617718022035887 },      { 0.8, 0.5, 0.723327740607481 },
    { 0.8, 0.9, 0.910097869540758 },      { 0.8, 0.999, 0.993686025832153 },
    { 1, 1e-6, 0.0630957344480193 },      { 1, 0.05, 0.549280271653059 },
    { 1, 0.3, 0.786003085596623 },        { 1, 0.5, 0.870550563296124 },
    { 1, 0.9, 0.979148362360977 },        { 1, 0.999, 0.999799919951966 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (AccordPert) pert = accord_pert_new (known[i].peak);

      assert_relative (accord_pert_solve (pert, known[i].p), known[i].x, 1e-12);
      assert_relative (accord_pert_below (pert, known[i].x), known[i].p, 1e-11);
      g_assert_cmpfloat (fabs (accord_pert_quantile (pert, known[i].p) - known[i].x), <=, 1e-8);
    }
}

/* The table, where it is farthest from its nodes and far out, against what it stands for; and where the peak
 * is at an end, against the roots that the quantiles then are. */
static void
test_pert_table (void)
{
  for (guint k = 0; k <= 40; k++)
    {
      g_autoptr (AccordPert) pert = accord_pert_new (k / 40.0);
      g_autoptr (AccordPert) mirror = accord_pert_new (1.0 - k / 40.0);
      double last = 0;

      for (guint i = 1; i < 3000; i++)
        {
          const double p = i < 1000 ? accord_exact_exp (i / 50.0 - 20.7) : (i - 999) / 2002.0;
          const double x = accord_pert_quantile (pert, p), exact = accord_pert_solve (pert, p);

          g_assert_cmpfloat (fabs (x - exact), <=, 1e-8);
          assert_relative (accord_pert_below (pert, exact), p, 1e-12);
          if (i != 1000)
            g_assert_cmpfloat (x, >, last);
          if (i >= 1000)
            g_assert_cmpfloat (fabs (1.0 - accord_pert_quantile (mirror, 1.0 - p) - x), <=, 1e-12);
          last = x;
        }
    }
}

static AccordSpread
spread_of (AccordSpreadShape shape, double low, double likely, double high)
{
  AccordSpread spread = { .shape = shape, .group = ACCORD_CBA_NONE };

  g_assert_true (accord_decimal_from_double (low, &spread.low));
  g_assert_true (accord_decimal_from_double (likely, &spread.likely));
  g_assert_true (accord_decimal_from_double (high, &spread.high));
  return spread;
}

static const struct
{
  AccordSpreadShape shape;
  double low;
  double likely;
  double high;
} spreads[] = {
  { ACCORD_SPREAD_NONE, 0, 0, 0 },       { ACCORD_SPREAD_TRIANGULAR, 0.8, 1, 1.3 },
  { ACCORD_SPREAD_TRIANGULAR, 1, 1, 2 }, { ACCORD_SPREAD_TRIANGULAR, 0, 1, 1 },
  { ACCORD_SPREAD_PERT, 0.8, 1, 1.3 },   { ACCORD_SPREAD_PERT, 0.5, 0.5, 2 },
  { ACCORD_SPREAD_PERT, -1, 1.9, 2 },    { ACCORD_SPREAD_NORMAL, 0, 1, 0.2 },
  { ACCORD_SPREAD_NORMAL, 0, 0.9, 0 },   { ACCORD_SPREAD_UNIFORM, 0.7, 0, 1.5 },
};

/* Moments by the midpoint rule over the quantiles; and the terms add up to the variance. */
static void
test_curves (void)
{
  enum
  {
    N = 20000
  };
  g_autoptr (AccordHermite) hermite = accord_hermite_new ();

  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      const AccordSpread spread =
          spread_of (spreads[i].shape, spreads[i].low, spreads[i].likely, spreads[i].high);
      AccordCurve curve;
      double sum = 0, squares = 0, terms[ACCORD_CURVE_TERMS], of_terms = 0, last = -100;

      accord_curve_init (&curve, &spread);
      accord_curve_prepare (&curve);
      for (guint k = 0; k < N; k++)
        {
          const double value = accord_curve_at (&curve, (k + 0.5) / N);

          g_assert_cmpfloat (value, >=, last);
          sum += value;
          squares += (value - curve.mean) * (value - curve.mean);
          last = value;
        }
      g_assert_cmpfloat (fabs (sum / N - curve.mean), <=, 1e-5);
      g_assert_cmpfloat (fabs (squares / N - curve.variance), <=, 3e-4 * curve.variance);
      accord_curve_expand (&curve, hermite, terms);
      for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
        of_terms += terms[k] * terms[k];
      g_assert_cmpfloat (fabs (of_terms - curve.variance), <=, 1e-3 * curve.variance);
      accord_curve_clear (&curve);
    }
}

/* A triangle's quantiles, by hand: a quarter of (0, 1, 2) lies below √½. */
static void
test_triangle (void)
{
  const AccordSpread spread = spread_of (ACCORD_SPREAD_TRIANGULAR, 0, 1, 2);
  AccordCurve curve;

  accord_curve_init (&curve, &spread);
  assert_relative (accord_curve_at (&curve, 0.25), sqrt (0.5), EPSILON);
  assert_relative (accord_curve_at (&curve, 0.5), 1.0, EPSILON);
  assert_relative (accord_curve_at (&curve, 0.75), 2.0 - sqrt (0.5), EPSILON);
  assert_relative (accord_curve_at (&curve, 0.02), 0.2, 2 * EPSILON);
  assert_relative (curve.variance, 1.0 / 6, 2 * EPSILON);
  accord_curve_clear (&curve);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal/math/log", test_log);
  g_test_add_func ("/appraisal/math/exp", test_exp);
  g_test_add_func ("/appraisal/math/inverse", test_inverse);
  g_test_add_func ("/appraisal/math/normal-below", test_normal_below);
  g_test_add_func ("/appraisal/math/normal-quantile", test_normal_quantile);
  g_test_add_func ("/appraisal/math/normal-quantiles", test_normal_quantiles);
  g_test_add_func ("/appraisal/math/normal-table", test_normal_table);
  g_test_add_func ("/appraisal/math/pert-known", test_pert_known);
  g_test_add_func ("/appraisal/math/pert-table", test_pert_table);
  g_test_add_func ("/appraisal/math/curves", test_curves);
  g_test_add_func ("/appraisal/math/triangle", test_triangle);
  return g_test_run ();
}
