/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-fixture.h"

#include "result.h"
#include "what-if.h"

#include <math.h>
#include <string.h>

static AccordWhatIf *
make (const AccordCba *cba, const char *changes)
{
  g_autoptr (GError) error = NULL;
  AccordWhatIf *made = accord_what_if_new (cba, 0, changes, &error);

  g_assert_no_error (error);
  return made;
}

/* Without changes all is as it was; with them it is what the engine says of the changed case, and the case is
 * as it was. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  g_autoptr (AccordWhatIf) same = NULL, less = NULL, again = NULL;
  gint64 net = 0;

  appraised_begin (fixture, &made);
  file = appraised_read (fixture, made.business_case);
  same = make (file->cba, NULL);
  g_assert_cmpint (same->npsv[0], ==, same->npsv[1]);
  g_assert_cmpint (same->npsv[0], !=, 0);
  less = make (file->cba, "* need × 0.5");
  g_assert_cmpint (less->npsv[0], ==, same->npsv[0]);
  g_assert_cmpint (less->npsv[1], <, less->npsv[0]);
  g_assert_cmpfloat (less->bcr[1], <, less->bcr[0]);
  g_assert_cmpuint (less->organisations->len, ==, file->cba->organisations->len);
  for (guint i = 0; i < less->organisations->len; i++)
    net += ((AccordWhatIfNet *) less->organisations->pdata[i])->after;
  g_assert_cmpint (ABS (net - less->npsv[1]), <=, 2);
  again = make (file->cba, "");
  g_assert_cmpint (again->npsv[1], ==, same->npsv[0]);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  g_autoptr (AccordWhatIf) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL, *again = NULL;
  g_autoptr (GPtrArray) words = NULL, unread = NULL;

  appraised_begin (fixture, &made);
  file = appraised_read (fixture, made.business_case);
  before = make (file->cba, "* need × 0.5\n* rate + 0.01\n");
  json = accord_what_if_dup_json (before);
  after = accord_what_if_parse (json, &error);
  g_assert_no_error (error);
  again = accord_what_if_dup_json (after);
  g_assert_cmpstr (json, ==, again);
  g_assert_cmpstr (after->changes, ==, before->changes);
  g_assert_cmpint (after->npsv[1], ==, before->npsv[1]);
  words = accord_what_if_list_words (file->cba, after->changes);
  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (words->pdata[0], ==, "Fewer admissions: Population in need × 0.5");
  g_assert_cmpstr (words->pdata[1], ==, "Discount rate + 0.01");
  unread = accord_what_if_list_words (NULL, "nobody need × 0.5");
  g_assert_cmpstr (unread->pdata[0], ==, "nobody need × 0.5");
}

/* What somebody else wrote is read, or refused in words; no figure is made up. */
static void
test_hostile (void)
{
  static const char *const refused[] = {
    "",
    "[]",
    "{",
    "{\"changes\":\"rm -rf\"}",
    "{\"changes\":\"* weather = 2\"}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  };
  static const char *const empty[] = {
    "{}",
    "{\"changes\":1,\"figures\":[]}",
    "{\"changes\":\"\",\"figures\":{\"npsv\":[\"1\",null],\"bcr\":{},\"organisations\":[1,{\"before\":2}]}}",
    "{\"changes\":\"\",\"figures\":{\"npsv\":[1e300,-1e300],\"bcr\":[1e999,2]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_what_if_parse (refused[i], &error));
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (AccordWhatIf) read = accord_what_if_parse (empty[i], NULL);
      g_autofree char *npsv = NULL, *bcr = NULL;

      if (read == NULL)
        continue;
      npsv = accord_what_if_dup_npsv (read, TRUE);
      bcr = accord_what_if_dup_bcr (read, FALSE);
      g_assert_cmpstr (npsv, ==, "not known");
      g_assert_cmpstr (bcr, ==, "none");
      g_assert_cmpuint (read->organisations->len, ==, 0);
    }
}

static void
test_impossible (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  g_autoptr (GError) error = NULL;

  appraised_begin (fixture, &made);
  file = appraised_read (fixture, made.business_case);
  g_assert_null (accord_what_if_new (file->cba, 0, "nobody need × 2", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/what-if/figures", test_figures);
  fixture_add_test ("/what-if/kept", test_kept);
  g_test_add_func ("/what-if/hostile", test_hostile);
  fixture_add_test ("/what-if/impossible", test_impossible);

  return g_test_run ();
}
