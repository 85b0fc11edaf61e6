/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "appraisal-file.h"
#include "appraisal-keep.h"
#include "random-cba.h"

#define ROUNDS 25
#define MOST_YEARS 40

typedef struct
{
  gint64 business_case;
  const AccordCba *cba;
  gboolean replace;
  AccordAppraisalKept kept;
} Keep;

static gboolean
keep (AccordWriter *writer, gpointer data, GError **error)
{
  Keep *self = data;

  return accord_appraisal_keep (writer, self->business_case, self->cba, self->replace, &self->kept, error);
}

static gpointer
read_file (AccordReader *reader, gpointer data, GError **error)
{
  return accord_appraisal_file_read (reader, *(gint64 *) data, error);
}

static AccordAppraisalFile *
read_back (Fixture *fixture, gint64 business_case)
{
  g_autoptr (GError) error = NULL;
  AccordAppraisalFile *file =
      accord_workspace_read (fixture->workspace, read_file, &business_case, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->problems->len, ==, 0);
  return file;
}

static const char *
name_of (const AccordCba *cba, const AccordCbaPosition *position)
{
  if (position->organisation == ACCORD_CBA_NONE)
    return NULL;
  return ((const AccordCbaOrganisation *) g_ptr_array_index (cba->organisations, position->organisation))
      ->name;
}

/* Those who neither pay nor gain need not be there. */
static double
net_of (const AccordCba *cba, const AccordCbaResult *result, const char *name)
{
  for (guint i = 0; i < result->net.positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (result->net.positions, AccordCbaPosition, i);

      if (g_strcmp0 (name_of (cba, position), name) == 0)
        return position->present_net;
    }
  return 0;
}

static void
assert_same_figures (const AccordCba *cba, const AccordCba *again)
{
  g_assert_cmpuint (cba->options->len, ==, again->options->len);
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);
      guint other = 0;
      g_autoptr (AccordCbaResult) was = accord_cba_evaluate (cba, i, NULL);
      g_autoptr (AccordCbaResult) is = NULL;

      while (g_strcmp0 (((AccordCbaOption *) again->options->pdata[other])->name, option->name) != 0)
        other++;
      is = accord_cba_evaluate (again, other, NULL);
      g_assert_nonnull (was);
      g_assert_nonnull (is);
      g_assert_cmpfloat (was->net.pvc, ==, is->net.pvc);
      g_assert_cmpfloat (was->net.pvb, ==, is->net.pvb);
      g_assert_cmpfloat (was->net.bcr.value, ==, is->net.bcr.value);
      g_assert_cmpint (was->net.payback.defined, ==, is->net.payback.defined);
      g_assert_cmpfloat (was->net.payback.value, ==, is->net.payback.value);
      g_assert_cmpfloat (was->net.budget_impact, ==, is->net.budget_impact);
      for (guint p = 0; p < was->net.positions->len; p++)
        {
          const AccordCbaPosition *position = &g_array_index (was->net.positions, AccordCbaPosition, p);

          g_assert_cmpint (accord_cba_pence (position->present_net), ==,
                           accord_cba_pence (net_of (again, is, name_of (cba, position))));
        }
    }
}

static AccordCba *
draw (void)
{
  AccordCba *cba = test_random_cba (MOST_YEARS);

  cba->base_year = 2017;
  test_use_one_series (cba);
  return cba;
}

/* What is kept and read back comes to the same figures, bit for bit, time after time in one workspace. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("Case %u", round);
      g_autoptr (AccordCba) cba = draw ();
      g_autoptr (AccordAppraisalFile) file = NULL;
      g_autoptr (AccordChange) change = NULL;
      g_autoptr (GError) error = NULL;
      Keep self = { .business_case = fixture_add_named (fixture, "case", name), .cba = cba };

      change = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (self.kept.appraisal, >, 0);
      g_assert_cmpuint (self.kept.n_options, ==, cba->options->len);
      file = read_back (fixture, self.business_case);
      assert_same_figures (cba, file->cba);
    }
}

/* A second appraisal of a case only takes the place of the first when asked; then the first can be had back.
 */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCba) first = test_partnership (), second = test_partnership ();
  g_autoptr (AccordAppraisalFile) before = NULL, after = NULL, undone = NULL;
  g_autoptr (AccordChange) change = NULL, again = NULL, refused = NULL, back = NULL;
  g_autoptr (GError) error = NULL;
  Keep self = { .business_case = fixture_add_named (fixture, "case", "Neighbourhood Model"), .cba = first };

  first->base_year = second->base_year = 2017;
  ((AccordCbaOutcome *) ((AccordCbaOption *) second->options->pdata[0])->outcomes->pdata[0])->unit_value *= 2;
  change = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self.kept.n_organisations, ==, 1);
  self.cba = second;
  refused = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
  g_assert_null (refused);
  g_assert_nonnull (strstr (error->message, "has an appraisal already"));
  g_clear_error (&error);
  before = read_back (fixture, self.business_case);
  assert_same_figures (first, before->cba);

  self.replace = TRUE;
  again = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self.kept.n_options, ==, 0);
  g_assert_cmpuint (self.kept.n_organisations, ==, 0);
  g_assert_cmpuint (self.kept.n_editions, ==, 0);
  after = read_back (fixture, self.business_case);
  assert_same_figures (second, after->cba);
  back = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  undone = read_back (fixture, self.business_case);
  assert_same_figures (first, undone->cba);
}

/* What records have no room for changes nothing. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  Keep self = { .business_case = fixture_add_named (fixture, "case", "Enablers"), .cba = cba };

  cba->base_year = ACCORD_NO_YEAR;
  change = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
  g_assert_null (change);
  g_assert_cmpstr (error->message, ==, "It does not say which financial year is year 0.");
  g_clear_error (&error);

  cba->base_year = 2017;
  test_use_one_series (cba);
  fixture_add_named (fixture, "organisation", "Organisation A");
  fixture_add_named (fixture, "organisation", "Organisation A");
  change = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
  g_assert_null (change);
  g_assert_nonnull (strstr (error->message, "Several organisations here are called"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/appraisal-keep/round-trip", test_round_trip);
  fixture_add_test ("/appraisal-keep/replace", test_replace);
  fixture_add_test ("/appraisal-keep/refused", test_refused);

  return g_test_run ();
}
