/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-fixture.h"

#include "compare.h"
#include "dossier-read.h"
#include "dossier-write.h"
#include "pack-error.h"
#include "text-diff.h"

#include <string.h>

typedef struct
{
  gint64 business_case;
  gint64 before;
  gint64 after;
} Asked;

static gboolean
keep (AccordWriter *writer, gpointer data, GError **error)
{
  Asked *asked = data;
  const AccordFreeze freeze = { .sort = "kept", .dated = "2017-06-01" };
  g_autoptr (AccordDossier) dossier =
      accord_dossier_read (accord_writer_get_reader (writer), asked->business_case, error);
  g_autoptr (AccordRecord) version =
      dossier != NULL ? accord_dossier_keep (writer, dossier, asked->business_case, &freeze, error) : NULL;

  if (version == NULL)
    return FALSE;
  asked->before = accord_record_get_id (version);
  return TRUE;
}

static gint64
freeze (Fixture *fixture, gint64 business_case)
{
  Asked asked = { business_case };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "keep", keep, &asked, NULL, &error);

  g_assert_no_error (error);
  return asked.before;
}

static gpointer
compare (AccordReader *reader, gpointer data, GError **error)
{
  const Asked *asked = data;

  return accord_compare_versions (reader, asked->business_case, asked->before, asked->after, error);
}

static AccordComparison *
compare_with (Fixture *fixture, gint64 business_case, gint64 before, gint64 after)
{
  Asked asked = { business_case, before, after };
  g_autoptr (GError) error = NULL;
  AccordComparison *comparison = accord_workspace_read (fixture->workspace, compare, &asked, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

static const AccordCompareRow *
find (const GPtrArray *rows, const char *kind, const char *field)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const AccordCompareRow *row = rows->pdata[i];

      if (g_str_equal (row->kind, kind) && g_strcmp0 (row->field, field) == 0)
        return row;
    }
  g_error ("there is no row of %s, %s", kind, field != NULL ? field : "as a whole");
}

static gint64
npsv_of (Fixture *fixture, const Appraised *made)
{
  g_autoptr (AccordAppraisalFile) file = appraised_read (fixture, made->business_case);
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (file->cba, 0, NULL);

  return accord_cba_pence (result->net.npsv);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  gint64 version;
  g_autoptr (AccordComparison) same = NULL;

  appraised_begin (fixture, &made);
  version = freeze (fixture, made.business_case);
  same = compare_with (fixture, made.business_case, version, 0);
  g_assert_cmpuint (same->rows->len, ==, 0);
  g_assert_cmpuint (same->remarks->len, ==, 0);
  /* Five figures of the one option, and its two organisations. */
  g_assert_cmpuint (same->figures->len, ==, 7);
  for (guint i = 0; i < same->figures->len; i++)
    {
      const AccordCompareRow *row = same->figures->pdata[i];

      g_assert_cmpint (row->sort, ==, '=');
      g_assert_cmpstr (row->before, ==, row->after);
    }
}

/* Text by words, a choice by its label, a reference by its name. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  gint64 version;
  g_autoptr (AccordComparison) comparison = NULL;
  const AccordCompareRow *row;
  const AccordDiffPart *part;

  appraised_begin (fixture, &made);
  appraised_set (fixture, "case", made.business_case, "strategic", "Too many wait for a bed.");
  version = freeze (fixture, made.business_case);
  appraised_set (fixture, "case", made.business_case, "strategic", "Too many people wait for a bed.");
  appraised_set (fixture, "case", made.business_case, "stage", "outline");
  comparison = compare_with (fixture, made.business_case, version, 0);
  g_assert_cmpuint (comparison->rows->len, ==, 2);
  row = find (comparison->rows, "case", "stage");
  g_assert_cmpstr (row->label, ==, "Stage");
  g_assert_cmpstr (row->before, ==, "Strategic Outline Case");
  g_assert_cmpstr (row->after, ==, "Outline Business Case");
  g_assert_null (row->npsv);
  row = find (comparison->rows, "case", "strategic");
  g_assert_cmpstr (row->title, ==, "Neighbourhood teams");
  g_assert_cmpuint (row->words->len, ==, 3);
  part = row->words->pdata[1];
  g_assert_cmpint (part->kind, ==, '+');
  g_assert_cmpstr (part->text, ==, "people ");
}

/* What each difference does to the NPSV is what the engine says of the case with and without it. */
static void
test_effects (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  gint64 version, before, middle, after;
  g_autoptr (AccordComparison) comparison = NULL, turned = NULL;
  const AccordCompareRow *row;

  appraised_begin (fixture, &made);
  version = freeze (fixture, made.business_case);
  before = npsv_of (fixture, &made);
  appraised_set (fixture, "outcome", made.outcome, "unit-value", "2000.00");
  middle = npsv_of (fixture, &made);
  appraised_set (fixture, "cost", made.cost, "amounts",
                 "2017/18 150000.00\n2018/19 160000.00\n2019/20 150000.00");
  after = npsv_of (fixture, &made);
  g_assert_cmpint (middle, >, before);
  g_assert_cmpint (after, <, middle);

  comparison = compare_with (fixture, made.business_case, version, 0);
  g_assert_cmpuint (comparison->rows->len, ==, 2);
  row = find (comparison->rows, "outcome", "unit-value");
  g_assert_cmpstr (row->before, ==, "£1,807.00");
  g_assert_cmpstr (row->delta, ==, "+£193.00");
  g_assert_cmpstr (row->within, ==, "Teams");
  g_assert_cmpint (ABS (row->pence - (middle - before)), <=, 1);
  row = find (comparison->rows, "cost", "amounts");
  g_assert_cmpstr (row->after, ==, "2017/18 £150,000.00\n2018/19 £160,000.00\n2019/20 £150,000.00");
  g_assert_cmpstr (row->delta, ==, "+£10,000.00");
  g_assert_cmpint (row->pence, ==, after - middle);
  g_assert_true (g_str_has_prefix (row->npsv, "−£"));
  row = find (comparison->figures, "option", "npsv");
  g_assert_cmpint (row->sort, ==, '~');
  g_assert_true (g_str_has_prefix (row->delta, "+£"));

  turned = compare_with (fixture, made.business_case, 0, version);
  g_assert_cmpint (ABS (find (turned->rows, "outcome", "unit-value")->pence + (middle - before)), <=, 1);
}

/* A line that came and one that went; the appraisal's own horizon. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  gint64 version, added, before, with, without;
  g_autoptr (AccordComparison) comparison = NULL, gone = NULL, longer = NULL;
  const AccordCompareRow *row;

  appraised_begin (fixture, &made);
  version = freeze (fixture, made.business_case);
  before = npsv_of (fixture, &made);
  added = appraised_add (fixture, "cost", "name=Van|amounts=2018/19 20000.00|grade=1", "option", made.option);
  with = npsv_of (fixture, &made);
  comparison = compare_with (fixture, made.business_case, version, 0);
  row = find (comparison->rows, "cost", NULL);
  g_assert_cmpint (row->sort, ==, '+');
  g_assert_cmpstr (row->title, ==, "Van");
  g_assert_cmpstr (row->after, ==, "£20,000.00");
  g_assert_cmpint (row->pence, ==, with - before);
  fixture_delete (fixture, "cost", added);

  fixture_delete (fixture, "cost", made.cost);
  without = npsv_of (fixture, &made);
  gone = compare_with (fixture, made.business_case, version, 0);
  row = find (gone->rows, "cost", NULL);
  g_assert_cmpint (row->sort, ==, '-');
  g_assert_cmpint (row->pence, ==, without - before);

  appraised_set (fixture, "appraisal", made.appraisal, "horizon", "8");
  longer = compare_with (fixture, made.business_case, version, 0);
  row = find (longer->rows, "appraisal", "horizon");
  g_assert_cmpstr (row->delta, ==, "+3");
  g_assert_cmpint (row->pence, ==, npsv_of (fixture, &made) - without);
}

/* What has no figures says so, and is compared in all else. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  gint64 version;
  g_autoptr (AccordComparison) comparison = NULL;
  const AccordCompareRow *row;

  appraised_begin (fixture, &made);
  version = freeze (fixture, made.business_case);
  {
    g_autoptr (AccordRecord) appraisal = fixture_get (fixture, "appraisal", made.appraisal);

    accord_record_set_int (appraisal, "schedule", ACCORD_UNKNOWN);
    fixture_save (fixture, appraisal);
  }
  appraised_set (fixture, "cost", made.cost, "amounts", "2017/18 1.00");
  comparison = compare_with (fixture, made.business_case, version, 0);
  g_assert_cmpuint (comparison->remarks->len, >, 0);
  g_assert_true (g_str_has_prefix (comparison->remarks->pdata[0], "The later version’s figures"));
  row = find (comparison->rows, "cost", "amounts");
  g_assert_null (row->npsv);
  g_assert_cmpint (row->pence, ==, ACCORD_UNKNOWN);
  row = find (comparison->figures, "option", "npsv");
  g_assert_cmpint (row->sort, ==, '-');
  g_assert_null (row->after);
}

/* Dossiers that nobody vouches for are compared without a stumble. */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  static const char before[] =
      "{\"format\":1,\"case\":\"01JD8QZ0000000000000000000\",\"records\":["
      "{\"kind\":\"cost\",\"uid\":\"01JD8QZ0000000000000000001\",\"fields\":{\"amounts\":7,\"name\":[1]}},"
      "{\"kind\":\"gain\",\"uid\":\"01JD8QZ0000000000000000002\","
      "\"fields\":{\"outcome\":\"01JD8QZ0000000000000000002\"}},"
      "{\"kind\":\"mood\",\"uid\":\"01JD8QZ0000000000000000003\",\"fields\":{\"x\":{\"y\":1}}}],"
      "\"others\":[],\"figures\":{\"options\":[1,{\"option\":\"A\",\"npsv\":\"many\",\"organisations\":[2]}]}"
      "}";
  static const char after[] =
      "{\"format\":1,\"case\":\"01JD8QZ0000000000000000000\",\"records\":["
      "{\"kind\":\"cost\",\"uid\":\"01JD8QZ0000000000000000001\",\"fields\":{\"amounts\":\"x\",\"z\":1}},"
      "{\"kind\":\"gain\",\"uid\":\"01JD8QZ0000000000000000002\","
      "\"fields\":{\"outcome\":\"01JD8QZ0000000000000000002\",\"share\":\"1e9\"}},"
      "{\"kind\":\"mood\",\"uid\":\"01JD8QZ0000000000000000003\",\"fields\":{\"x\":2}}],"
      "\"others\":[],\"figures\":{\"options\":{},\"problems\":[3,\"why\"]}}";
  g_autoptr (AccordDossier) a = accord_dossier_parse (before, -1, NULL);
  g_autoptr (AccordDossier) b = accord_dossier_parse (after, -1, NULL);
  g_autoptr (AccordComparison) comparison = accord_compare_dossiers (fixture->schema, a, b);
  const AccordCompareRow *row = find (comparison->rows, "mood", "x");

  g_assert_cmpstr (row->before, ==, "{\"y\":1}");
  g_assert_cmpstr (row->after, ==, "2");
  g_assert_cmpstr (find (comparison->rows, "cost", "amounts")->before, ==, "7");
  g_assert_nonnull (find (comparison->rows, "gain", "share"));
  g_assert_cmpuint (comparison->remarks->len, ==, 1);
}

static void
test_two_cases (Fixture *fixture, gconstpointer data)
{
  gint64 one = fixture_add_named (fixture, "case", "One"), other = fixture_add_named (fixture, "case", "Two");
  Asked asked = { one, freeze (fixture, one), freeze (fixture, other) };
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_workspace_read (fixture->workspace, compare, &asked, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/review/compare/same", test_same);
  fixture_add_test ("/review/compare/words", test_words);
  fixture_add_test ("/review/compare/effects", test_effects);
  fixture_add_test ("/review/compare/lines", test_lines);
  fixture_add_test ("/review/compare/broken", test_broken);
  fixture_add_test ("/review/compare/odd", test_odd);
  fixture_add_test ("/review/compare/two-cases", test_two_cases);
  return g_test_run ();
}
