/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "dossier-read.h"
#include "dossier-write.h"
#include "kinds.h"
#include "workspace.h"

#include <string.h>

static gboolean
keep (AccordWriter *writer, gpointer data, GError **error)
{
  const AccordFreeze freeze = { .sort = "kept", .dated = "2017-06-01" };
  g_autoptr (AccordDossier) dossier = accord_dossier_read (accord_writer_get_reader (writer), 1, error);
  g_autoptr (AccordRecord) version =
      dossier != NULL ? accord_dossier_keep (writer, dossier, 1, &freeze, error) : NULL;

  (void) data;
  return version != NULL;
}

/* Keeps a version of the workspace's first case. */
static void
keep_version (Cli *cli)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace =
      accord_workspace_open (cli->workspace, schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_autoptr (AccordChange) change = NULL;

  g_assert_no_error (error);
  change = accord_workspace_write (workspace, "Keep", keep, NULL, NULL, &error);
  g_assert_no_error (error);
}

static JsonObject *
find (JsonObject *comparison, const char *list, const char *member, const char *value)
{
  JsonArray *rows = json_object_get_array_member (comparison, list);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (row, member, NULL), value) == 0)
        return row;
    }
  g_error ("none of %s has %s as its %s", list, value, member);
}

static void
make_case (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "case", "name=Teams", "strategic=Too many wait.", NULL);
  cli_do (cli, "add", "appraisal", "case=Teams", "base-year=2017/18", "horizon=5", NULL);
  cli_do (cli, "add", "option", "name=Do more", "case=Teams", "preferred=yes", NULL);
  cli_do (cli, "add", "cost", "name=Nurses", "option=Do more", "amounts=2017/18 1000.00", NULL);
}

static void
test_versions (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) none = NULL, words = NULL;
  g_autoptr (JsonObject) version = NULL;

  make_case (cli);
  none = cli_run (cli, "case", "versions", "Teams", NULL);
  g_assert_cmpint (none->code, ==, 0);
  g_assert_nonnull (strstr (none->out, "No version"));
  keep_version (cli);
  version = cli_ask_one (cli, "case", "versions", "Teams", NULL);
  g_assert_cmpstr (json_object_get_string_member (version, "name"), ==, "Strategic Outline Case, version 1");
  g_assert_cmpstr (json_object_get_string_member (version, "sort"), ==, "kept");
  g_assert_cmpint (json_object_get_int_member (version, "number"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (version, "short_name"), ==, "SOC1");
  words = cli_run (cli, "case", "versions", "Teams", NULL);
  g_assert_nonnull (strstr (words->out, "SOC1"));
  g_assert_nonnull (strstr (words->out, "Strategic Outline Case, version 1"));
  g_assert_nonnull (strstr (words->out, "1 Jun 2017"));
  cli_expect (cli, 2, "case versions CASE", "case", "editions", "Teams", NULL);
}

static void
test_compare (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) same = NULL, words = NULL, answer = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *comparison, *row;

  make_case (cli);
  keep_version (cli);
  same = cli_run (cli, "compare", "Teams", "1", NULL);
  g_assert_cmpint (same->code, ==, 0);
  g_assert_nonnull (strstr (same->out, "Nothing differs."));
  cli_do (cli, "set", "case", "1", "strategic=Too many people wait.", NULL);
  cli_do (cli, "set", "cost", "1", "amounts=2017/18 1500.00", NULL);
  cli_do (cli, "add", "cost", "name=Van", "option=Do more", "amounts=2017/18 200.00", NULL);

  answer = cli_run (cli, "compare", "Teams", "Strategic Outline Case, version 1", "now", "--json", NULL);
  node = answer_json (answer);
  comparison = json_node_get_object (node);
  row = find (comparison, "differences", "field", "strategic");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (row, "words")), ==, 3);
  g_assert_true (json_object_get_null_member (row, "npsv_effect_pence"));
  row = find (comparison, "differences", "title", "Van");
  g_assert_cmpstr (json_object_get_string_member (row, "change"), ==, "added");
  row = find (comparison, "differences", "field", "amounts");
  g_assert_cmpstr (json_object_get_string_member (row, "delta"), ==, "+£500.00");
  words = cli_run (cli, "compare", "Teams", "1", NULL);
  g_assert_nonnull (strstr (words->out, "Too many {+people +}wait."));
  g_assert_nonnull (strstr (words->out, "Cost line “Van”, Do more: added"));
}

static void
test_refusals (Cli *cli, gconstpointer data)
{
  make_case (cli);
  keep_version (cli);
  keep_version (cli);
  cli_expect (cli, 1, "has no version “7”", "compare", "Teams", "7", NULL);
  cli_expect (cli, 1, "has no version “x”", "compare", "Teams", "1", "x", NULL);
  cli_expect (cli, 1, "no case", "compare", "Nobody", "1", NULL);
  cli_do (cli, "set", "version", "2", "name=Strategic Outline Case, version 1", NULL);
  cli_expect (cli, 1, "Several versions", "compare", "Teams", "strategic outline case, version 1", NULL);
}

/* Each version has one short name, which goes by its stage; a bare number is that of a version that went out,
 * as long as only one stage has it. */
static void
test_short_names (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) list = NULL;

  make_case (cli);
  keep_version (cli);
  keep_version (cli);
  keep_version (cli);
  cli_do (cli, "set", "version", "2", "number=1", "sort=merged", "name=Brought together", NULL);
  cli_do (cli, "set", "version", "3", "number=2", NULL);
  list = cli_run (cli, "case", "versions", "Teams", NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (strstr (list->out, (const char *[]){ "SOC1 ", "SOC1a", "SOC2 " }[i]));
  cli_do (cli, "compare", "Teams", "soc1", "SOC1A", NULL);
  cli_do (cli, "compare", "Teams", "1", "2", NULL);
  cli_expect (cli, 1, "has no version “3”", "compare", "Teams", "1", "3", NULL);
  cli_do (cli, "set", "version", "3", "number=1", "stage=outline", NULL);
  cli_expect (cli, 1, "Several versions of this case are called “1”", "compare", "Teams", "1", NULL);
  cli_do (cli, "compare", "Teams", "SOC1", "OBC1", NULL);
}

/* Which version was the first to carry an answer is told; an answer that has gone out in none is not. */
static void
test_answered_in (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) before = NULL, after = NULL;
  g_autoptr (Answer) words = NULL;
  JsonArray *caveats;

  make_case (cli);
  cli_do (cli, "add", "caveat", "text=it is funded", "cases=Teams", "number=1", NULL);
  keep_version (cli);
  cli_do (cli, "set", "caveat", "1", "state=answered", "response=It is.", "answered-by=The Director", NULL);
  cli_do (cli, "add", "caveat", "text=it is new", "cases=Teams", "number=2", "state=answered",
          "response=It is.", NULL);
  before = cli_ask_one (cli, "case", "Teams", NULL);
  caveats = json_object_get_array_member (before, "caveats");
  g_assert_true (json_object_get_null_member (json_array_get_object_element (caveats, 0), "answered_in"));
  keep_version (cli);
  keep_version (cli);
  cli_do (cli, "add", "caveat", "text=it came later", "cases=Teams", "number=3", "state=answered",
          "response=It is.", NULL);
  after = cli_ask_one (cli, "case", "Teams", NULL);
  caveats = json_object_get_array_member (after, "caveats");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (caveats, 0), "answered_in"),
                   ==, "Strategic Outline Case, version 2");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (caveats, 0), "answered_by"),
                   ==, "The Director");
  g_assert_true (json_object_get_null_member (json_array_get_object_element (caveats, 2), "answered_in"));
  words = cli_run (cli, "case", "Teams", NULL);
  g_assert_nonnull (strstr (words->out, "First answered in “Strategic Outline Case, version 2”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/compare/versions", test_versions);
  CLI_TEST ("/cli/compare/compare", test_compare);
  CLI_TEST ("/cli/compare/refusals", test_refusals);
  CLI_TEST ("/cli/compare/short-names", test_short_names);
  CLI_TEST ("/cli/compare/answered-in", test_answered_in);

  return g_test_run ();
}
