/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static const char whole[] =
    "{\"title\": \"Neighbourhood team\", \"base_year\": 2017, \"horizon\": 5, \"schedule\": \"standard\","
    " \"costs\": [{\"name\": \"Team\", \"organisation\": \"Council\", \"kind\": \"revenue\", \"grade\": 3,"
    "   \"amounts_pence\": {\"0\": 15000000, \"1\": 15000000, \"2\": 15000000}}],"
    " \"outcomes\": [{\"name\": \"Fewer admissions\", \"need\": 1200, \"engagement\": 0.6, \"impact\": 0.2,"
    "   \"deadweight\": 0.25, \"unit_value_pence\": 180700, \"lag_years\": 1, \"drop_off\": 0.1, \"grade\": "
    "4,"
    "   \"cashable\": 0.5, \"class\": \"fiscal\", \"gains\": {\"Trust\": 0.6, \"Council\": 0.4}}],"
    " \"scenarios\": [{\"name\": \"Half\", \"changes\": [{\"line\": \"Fewer admissions\", \"field\": "
    "\"engagement\","
    "   \"multiply\": 0.5}]}]}";

static void
assert_begins (const char *path, const char *with)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 5000);
  g_assert_cmpmem (bytes, strlen (with), with, strlen (with));
}

/* An appraisal of its own, and the same as that of a case, as a paper and as a workbook. */
static void
test_written (Cli *cli, gconstpointer data)
{
  g_autofree char *file = NULL, *pdf = NULL, *xlsx = NULL;
  g_autoptr (JsonObject) told = NULL;

  cli_init (cli);
  cli_write_file (cli, "whole.json", whole);
  file = cli_path (cli, "whole.json");
  pdf = cli_path (cli, "paper.pdf");
  xlsx = cli_path (cli, "book.XLSX");
  told = cli_ask_one (cli, "report", file, pdf, NULL);
  g_assert_cmpstr (json_object_get_string_member (told, "path"), ==, pdf);
  assert_begins (pdf, "%PDF-");
  cli_do (cli, "report", file, xlsx, "--scenario", "Half", "--today", "2018-01-01", NULL);
  assert_begins (xlsx, "PK");
  cli_do (cli, "add", "case", "name=Neighbourhood Model", NULL);
  cli_do (cli, "import", "appraisal", file, "--case", "Neighbourhood Model", NULL);
  cli_do (cli, "report", "Neighbourhood Model", pdf, NULL);
  assert_begins (pdf, "%PDF-");
  cli_do (cli, "report", "Neighbourhood Model", xlsx, "--scenario", "Half", NULL);
  assert_begins (xlsx, "PK");
}

/* Each is one sentence, and no file is made or touched. */
static void
test_refused (Cli *cli, gconstpointer data)
{
  g_autofree char *file = NULL, *pdf = NULL, *odt = NULL, *nowhere = NULL, *kept = NULL;

  cli_init (cli);
  cli_write_file (cli, "whole.json", whole);
  cli_write_file (cli, "paper.pdf", "before");
  file = cli_path (cli, "whole.json");
  pdf = cli_path (cli, "paper.pdf");
  odt = cli_path (cli, "paper.odt");
  nowhere = cli_path (cli, "missing/paper.pdf");
  cli_do (cli, "add", "case", "name=Neighbourhood Model", NULL);
  cli_expect (cli, 2, ".xlsx", "report", file, odt, NULL);
  cli_expect (cli, 3, "cannot be written", "report", file, nowhere, NULL);
  cli_expect (cli, 1, "Worst", "report", file, pdf, "--scenario", "Worst", NULL);
  cli_expect (cli, 1, "Other", "report", file, pdf, "--option", "Other", NULL);
  cli_expect (cli, 1, "no appraisal", "report", "Neighbourhood Model", pdf, NULL);
  cli_write_file (cli, "whole.json", "{\"flows_pence\": [-100, 50]}");
  cli_expect (cli, 1, "bare series", "report", file, pdf, NULL);
  cli_write_file (cli, "whole.json",
                  "{\"base_year\": 2017, \"horizon\": 2, \"costs\": [{\"name\": \"Team\", \"grade\": 9,"
                  " \"amounts_pence\": {\"0\": 100}}]}");
  cli_expect (cli, 1, "Team", "report", file, pdf, NULL);
  g_assert_true (g_file_get_contents (pdf, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");
  g_assert_false (g_file_test (odt, G_FILE_TEST_EXISTS));
}

/* What partners said, and the answer to one of them. */
static void
test_comments (Cli *cli, gconstpointer data)
{
  g_autofree char *pdf = NULL, *xlsx = NULL, *odt = NULL;
  g_autoptr (JsonObject) told = NULL, found = NULL;

  cli_init (cli);
  pdf = cli_path (cli, "said.pdf");
  xlsx = cli_path (cli, "said.xlsx");
  odt = cli_path (cli, "said.odt");
  cli_do (cli, "add", "case", "name=Enablers", "stage=full", NULL);
  cli_do (cli, "add", "review", "who=The trust", "case=Enablers", "state=returned", NULL);
  cli_do (cli, "add", "comment", "text=Who pays?", "case=Enablers", "review=The trust", NULL);
  cli_do (cli, "add", "caveat", "text=it is funded", "cases=Enablers", "review=The trust", NULL);
  told = cli_ask_one (cli, "report", "comments", "Enablers", pdf, NULL);
  g_assert_cmpstr (json_object_get_string_member (told, "path"), ==, pdf);
  assert_begins (pdf, "%PDF-");
  cli_do (cli, "report", "comments", "Enablers", xlsx, NULL);
  assert_begins (xlsx, "PK");
  cli_do (cli, "report", "letter", "The trust", pdf, "--today", "2026-11-22", NULL);
  assert_begins (pdf, "%PDF-");
  cli_expect (cli, 2, "does not end in .pdf", "report", "letter", "The trust", xlsx, NULL);
  cli_expect (cli, 2, "neither in .pdf nor in .xlsx", "report", "comments", "Enablers", odt, NULL);
  cli_expect (cli, 2, "comments CASE FILE", "report", "words", "Enablers", pdf, NULL);
  cli_expect (cli, 1, "Nobody", "report", "letter", "Nobody", pdf, NULL);
  found = cli_ask_one (cli, "case", "Enablers", NULL);
  g_assert_cmpstr (json_object_get_string_member (found, "caveats_warning"), ==,
                   "This is the full business case: 1 caveat is not answered.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/report/written", test_written);
  CLI_TEST ("/report/refused", test_refused);
  CLI_TEST ("/report/comments", test_comments);

  return g_test_run ();
}
