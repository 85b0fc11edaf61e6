/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "appraisal-file.h"
#include "appraisal-json.h"
#include "appraisal-keep.h"
#include "random-cba.h"
#include "result.h"

#include <string.h>

#define ROUNDS 25

typedef struct
{
  gint64 business_case;
  const AccordCba *cba;
  AccordAppraisalKept kept;
} Keep;

static gboolean
keep (AccordWriter *writer, gpointer data, GError **error)
{
  Keep *self = data;

  return accord_appraisal_keep (writer, self->business_case, self->cba, FALSE, &self->kept, error);
}

static gpointer
read_file (AccordReader *reader, gpointer data, GError **error)
{
  return accord_appraisal_file_read (reader, *(gint64 *) data, error);
}

static AccordCba *
write_and_read (const AccordCba *cba)
{
  g_autoptr (AccordAppraisalJson) out = accord_appraisal_json_new (), back = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  out->cba = accord_cba_copy (cba);
  text = accord_appraisal_json_write (out);
  back = accord_appraisal_json_read (text, strlen (text), &error);
  g_assert_no_error (error);
  /* A worksheet may be of another kind of costs than its line; nothing else is complained of. */
  for (guint i = 0; i < back->warnings->len; i++)
    g_assert_true (g_str_has_suffix (back->warnings->pdata[i], "no optimism bias is added.")
                   || strstr (back->warnings->pdata[i], "is preferred as well as") != NULL);
  return g_steal_pointer (&back->cba);
}

static void
assert_same_bits (const AccordCba *cba, const AccordCba *again)
{
  g_assert_cmpuint (cba->options->len, ==, again->options->len);
  for (guint i = 0; i < cba->options->len; i++)
    {
      g_autoptr (AccordCbaResult) a = accord_cba_evaluate (cba, i, NULL);
      g_autoptr (AccordCbaResult) b = accord_cba_evaluate (again, i, NULL);

      g_assert_nonnull (a);
      g_assert_nonnull (b);
      g_assert_cmpmem (&a->net.pvc, sizeof (double), &b->net.pvc, sizeof (double));
      g_assert_cmpmem (&a->net.npsv, sizeof (double), &b->net.npsv, sizeof (double));
      g_assert_cmpmem (&a->net.bcr.value, sizeof (double), &b->net.bcr.value, sizeof (double));
      g_assert_cmpmem (a->net.years.cumulative, sizeof (double) * a->horizon, b->net.years.cumulative,
                       sizeof (double) * b->horizon);
      g_assert_cmpuint (a->net.positions->len, ==, b->net.positions->len);
      for (guint p = 0; p < a->net.positions->len; p++)
        g_assert_cmpmem (&g_array_index (a->net.positions, AccordCbaPosition, p).present_net, sizeof (double),
                         &g_array_index (b->net.positions, AccordCbaPosition, p).present_net,
                         sizeof (double));
    }
}

/* A case as it is kept, written to a file and read from there gives the same bits. */
static void
test_round (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("Case %u", round);
      g_autoptr (AccordCba) cba = test_random_cba (40), again = NULL;
      g_autoptr (AccordAppraisalFile) file = NULL;
      g_autoptr (AccordChange) change = NULL;
      g_autoptr (GError) error = NULL;
      Keep self = { .business_case = fixture_add_named (fixture, "case", name), .cba = cba };

      cba->base_year = 2017;
      test_use_one_series (cba);
      change = accord_workspace_write (fixture->workspace, "Keep", keep, &self, NULL, &error);
      g_assert_no_error (error);
      file = accord_workspace_read (fixture->workspace, read_file, &self.business_case, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (file->cba);
      again = write_and_read (file->cba);
      assert_same_bits (file->cba, again);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/appraisal-round/records-and-file", test_round);
  return g_test_run ();
}
