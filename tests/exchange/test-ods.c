/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange-error.h"
#include "ods-import.h"
#include "sample-fixture.h"
#include "support.h"

#define ROW(code, name, closed, status, commissioner, setting)                                               \
  "\"" code "\",\"" name                                                                                     \
  "\",\"Y62\",\"Q84\",\"1 HIGH STREET\",\"\",\"\",\"BURY\",\"\",\"BL9 0SW\",\"19740401\",\"" closed          \
  "\",\"" status "\",\"B\",\"" commissioner                                                                  \
  "\",\"20130401\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\",\"00X\",\"\",\"" setting "\",\"\"\r\n"

static AccordOdsFile *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));

  return accord_ods_read (raw, "a file", NULL, error);
}

static const AccordOdsEntry *
entry_at (AccordOdsFile *file, guint index)
{
  g_assert_cmpuint (index, <, file->entries->len);
  return file->entries->pdata[index];
}

static void
test_names (void)
{
  static const struct
  {
    const char *capitals;
    const char *written;
  } cases[] = {
    { "THE CHORLEY SURGERY", "The Chorley Surgery" },
    { "ST. MARY'S (OLD HALL) MEDICAL CTR", "St. Mary's (Old Hall) Medical Ctr" },
    { "MANCHESTER UNIVERSITY NHS FOUNDATION TRUST", "Manchester University NHS Foundation Trust" },
    { "SOUTH TYNESIDE AND SUNDERLAND NHS", "South Tyneside and Sunderland NHS" },
    { "PENNINE BCSC", "Pennine BCSC" },
    { "DR A & B PARTNERS LTD", "Dr A & B Partners Ltd" },
    { "O'NEILL-SMITH PRACTICE", "O'Neill-Smith Practice" },
    { "Already written", "Already written" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = accord_ods_dup_written_name (cases[i].capitals);

      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOdsFile) file =
      read_text (ROW ("P00001", "NORTH SURGERY", "", "A", "00V", "4") "\r\n" ROW ("P00002", "SOUTH SURGERY",
                                                                                  "20190331", "C", "00V", "4")
                     ROW ("P00003", "OLD HOSTEL", "", "A", "01W", "9") "\"P00004\",\"TOO SHORT\"\r\n" ROW (
                         "P00005", "NO SUCH DAY", "20190231", "C", "01W", "4"),
                 &error);

  g_assert_no_error (error);
  g_assert_cmpint (file->form, ==, ACCORD_ODS_PRACTICES);
  g_assert_cmpuint (file->entries->len, ==, 3);
  g_assert_cmpstr (entry_at (file, 0)->name, ==, "North Surgery");
  g_assert_cmpstr (entry_at (file, 0)->type, ==, "gp-practice");
  g_assert_cmpstr (entry_at (file, 0)->opened, ==, "1974-04-01");
  g_assert_cmpstr (entry_at (file, 0)->address, ==, "1 High Street\nBury\nBL9 0SW");
  g_assert_cmpstr (entry_at (file, 0)->commissioner, ==, "00V");
  g_assert_null (entry_at (file, 0)->closed);
  g_assert_cmpstr (entry_at (file, 1)->closed, ==, "2019-03-31");
  g_assert_true (entry_at (file, 1)->closed_now);
  g_assert_cmpstr (entry_at (file, 2)->type, ==, "other");
  g_assert_cmpuint (file->rejected->len, ==, 2);
  g_assert_cmpuint (((AccordRejection *) file->rejected->pdata[0])->line, ==, 5);
}

static const char detail[] =
    "{\"Organisation\":{\"Name\":\"NORTH TRUST\",\"Date\":[{\"Type\":\"Legal\",\"Start\":\"1990-01-01\"},"
    "{\"Type\":\"Operational\",\"Start\":\"1994-04-01\",\"End\":\"2021-09-30\"}],"
    "\"OrgId\":{\"extension\":\"RX1\"},\"Status\":\"Inactive\",\"LastChangeDate\":\"2021-10-01\","
    "\"Roles\":{\"Role\":{\"id\":\"RO197\",\"primaryRole\":true,\"Status\":\"Inactive\"}},"
    "\"Contacts\":{\"Contact\":[{\"type\":\"http\",\"value\":\"HTTPS://WWW.NORTH.EXAMPLE/Home\"}]},"
    "\"Succs\":{\"Succ\":[{\"Type\":\"Successor\",\"Target\":{\"OrgId\":{\"extension\":\"RX2\"}}},"
    "{\"Type\":\"Successor\",\"Target\":{\"OrgId\":{\"extension\":\"RX3\"}}}]}}}";

static void
test_detail (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOdsFile) file = read_text (detail, &error);
  const AccordOdsEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpint (file->form, ==, ACCORD_ODS_DETAIL);
  entry = entry_at (file, 0);
  g_assert_cmpstr (entry->code, ==, "RX1");
  g_assert_cmpstr (entry->type, ==, "nhs-trust");
  g_assert_cmpstr (entry->opened, ==, "1994-04-01");
  g_assert_cmpstr (entry->closed, ==, "2021-09-30");
  g_assert_cmpstr (entry->changed, ==, "2021-10-01");
  g_assert_cmpstr (entry->website, ==, "https://www.north.example/Home");
  g_assert_cmpuint (entry->successors->len, ==, 2);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOdsFile) file =
      read_text ("{\"Organisations\":[{\"Name\":\"NORTH TRUST\",\"OrgId\":\"RX1\","
                 "\"Status\":\"Active\",\"PrimaryRoleId\":\"RO197\"},"
                 "{\"Name\":\"NOBODY\"},7]}",
                 &error);

  g_assert_no_error (error);
  g_assert_cmpint (file->form, ==, ACCORD_ODS_LIST);
  g_assert_cmpuint (file->entries->len, ==, 1);
  g_assert_true (entry_at (file, 0)->brief);
  g_assert_cmpuint (file->rejected->len, ==, 2);
}

/* What is none of it is refused with a sentence, whatever the bytes. */
static void
test_refused (void)
{
  static const char *const texts[] = { "",
                                       "Supplier,Date,Amount\nA,01/02/2019,3\n",
                                       "{\"Organisation\":7}",
                                       "{\"Organisation\":{\"Name\":\"X\"}}",
                                       "{\"a\":1}",
                                       "[1,2]",
                                       "{\"Organisations\":",
                                       "<html><body>Sorry</body></html>" };
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (read_text (texts[i], &error));
      g_assert_true (error != NULL && error->domain == ACCORD_EXCHANGE_ERROR);
      g_clear_error (&error);
    }
  g_assert_null (read_text (deep, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT);
}

/* No bytes make it stumble: every cut and many a flipped byte of good files. */
static void
test_noise (void)
{
  const char *row = ROW ("P00001", "NORTH SURGERY", "20190331", "C", "00V", "4");
  const char *texts[] = { detail, row };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (gsize i = 0; i < strlen (texts[t]); i++)
      {
        g_autofree char *bytes = g_strdup (texts[t]);
        g_autoptr (GBytes) cut = g_bytes_new (bytes, i);
        g_autoptr (AccordOdsFile) of_cut = accord_ods_read (cut, "cut", NULL, NULL);
        g_autoptr (GBytes) flipped = NULL;
        g_autoptr (AccordOdsFile) of_flipped = NULL;

        bytes[i] = (char) g_test_rand_int_range (0, 256);
        flipped = g_bytes_new (bytes, strlen (texts[t]));
        of_flipped = accord_ods_read (flipped, "flipped", NULL, NULL);
      }
}

static AccordOdsResult *
import_text (Sample *fixture, const char *text, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOdsFile) file = read_text (text, &error);
  const AccordOdsOptions options = { .name = "a file", .dry_run = dry_run };
  AccordOdsResult *result;

  g_assert_no_error (error);
  result = accord_ods_import (fixture->workspace, file, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_import (Sample *fixture, gconstpointer data)
{
  const char *first = ROW ("P00001", "NORTH SURGERY", "", "A", "00V", "4")
      ROW ("P00002", "BURY COUNCIL", "", "A", "00V", "9");
  const char *later = ROW ("P00001", "NORTH MEDICAL CENTRE", "20240331", "C", "00V", "4")
      ROW ("P00002", "BURY COUNCIL", "", "A", "00V", "9");
  g_autoptr (AccordOdsResult) dry = import_text (fixture, first, TRUE);
  g_autoptr (AccordOdsResult) added = NULL, again = NULL, updated = NULL;
  g_autoptr (AccordChange) undone = NULL;
  g_autoptr (AccordRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (dry->added, ==, 2);
  g_assert_cmpint (dry->change, ==, 0);
  added = import_text (fixture, first, FALSE);
  g_assert_cmpuint (added->added, ==, 2);
  g_assert_cmpint (added->change, >, 0);
  /* The sample has a council of that name, and it is not taken for it. */
  g_assert_cmpuint (added->alike->len, ==, 1);
  again = import_text (fixture, first, FALSE);
  g_assert_cmpuint (again->same, ==, 2);
  g_assert_cmpint (again->source, ==, added->source);
  g_assert_cmpint (again->change, ==, 0);
  updated = import_text (fixture, later, FALSE);
  g_assert_cmpuint (updated->updated, ==, 1);
  g_assert_cmpuint (updated->closed, ==, 1);
  record = sample_one (fixture, "organisation", "ods-code=P00001");
  g_assert_cmpstr (accord_record_get_text (record, "name"), ==, "North Medical Centre");
  g_assert_cmpstr (accord_record_get_text (record, "passage"), ==, "NORTH MEDICAL CENTRE");
  g_assert_cmpstr (accord_record_get_text (record, "closed"), ==, "2024-03-31");
  g_clear_object (&record);
  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  record = sample_one (fixture, "organisation", "ods-code=P00001");
  g_assert_cmpstr (accord_record_get_text (record, "name"), ==, "North Surgery");
}

/* What the documents say of an organisation is not written over; its code and its end are added. */
static void
test_others_words (Sample *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) ours = sample_one (fixture, "organisation", "name=Bury Council");
  g_autofree char *passage = g_strdup (accord_record_get_text (ours, "passage"));
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordOdsResult) result = NULL;
  g_autoptr (AccordRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  accord_record_set_text (ours, "ods-code", "P00002");
  change = accord_workspace_save (fixture->workspace, ours, NULL, &error);
  g_assert_no_error (error);
  result = import_text (fixture, ROW ("P00002", "BURY BOROUGH", "20240331", "C", "00V", "9"), FALSE);
  g_assert_cmpuint (result->updated, ==, 1);
  g_assert_cmpuint (result->kept->len, >, 0);
  after = sample_one (fixture, "organisation", "ods-code=P00002");
  g_assert_cmpstr (accord_record_get_text (after, "name"), ==, "Bury Council");
  g_assert_cmpstr (accord_record_get_text (after, "type"), ==, "council");
  g_assert_cmpstr (accord_record_get_text (after, "passage"), ==, passage);
  g_assert_cmpstr (accord_record_get_text (after, "closed"), ==, "2024-03-31");
}

static void
test_succession (Sample *fixture, gconstpointer data)
{
  const char *trusts = ROW ("RX2", "EAST TRUST", "", "", "", "") ROW ("RX3", "WEST TRUST", "", "", "", "");
  g_autoptr (AccordOdsResult) first = import_text (fixture, detail, FALSE);
  g_autoptr (AccordOdsResult) trust = NULL, again = NULL, third = NULL;
  g_autoptr (AccordRecord) record = NULL;
  gsize n_ids;

  g_assert_cmpuint (first->unlinked->len, ==, 2);
  trust = import_text (fixture, trusts, FALSE);
  g_assert_cmpuint (trust->added, ==, 2);
  again = import_text (fixture, detail, FALSE);
  g_assert_cmpuint (again->linked, ==, 2);
  record = sample_one (fixture, "organisation", "ods-code=RX1");
  accord_record_get_ids (record, "succeeded-by", &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  third = import_text (fixture, detail, FALSE);
  g_assert_cmpuint (third->linked, ==, 0);
  g_assert_cmpint (third->change, ==, 0);
}

/* The files as the register gives them: counted by hand with Python's csv module. */
static void
test_real (gconstpointer data)
{
  static const struct
  {
    const char *path;
    guint n_entries;
    guint n_closed;
    guint n_practices;
  } files[] = {
    { "data/organisations/etr.csv", 273, 68, 0 },
    { "data/organisations/epraccur-oldham-bury-stockport-chorley.csv", 234, 29, 161 },
    { "data/organisations/ord-organisation-RWR.json", 1, 0, 0 },
    { "data/organisations/ord-organisation-RJY-inactive.json", 1, 1, 0 },
    { "data/organisations/ord-organisations-list-one-entry.json", 1, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) place = test_shared (files[i].path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) raw = NULL;
      g_autoptr (AccordOdsFile) file = NULL;
      guint n_closed = 0, n_practices = 0;

      if (place == NULL)
        {
          g_test_skip ("The shared register files are not beside this tree");
          return;
        }
      raw = g_file_load_bytes (place, NULL, NULL, &error);
      g_assert_no_error (error);
      file = accord_ods_read (raw, files[i].path, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (file->entries->len, ==, files[i].n_entries);
      g_assert_cmpuint (file->rejected->len, ==, 0);
      for (guint e = 0; e < file->entries->len; e++)
        {
          n_closed += entry_at (file, e)->closed != NULL;
          n_practices += g_str_equal (entry_at (file, e)->type, "gp-practice");
        }
      g_assert_cmpuint (n_closed, ==, files[i].n_closed);
      g_assert_cmpuint (n_practices, ==, files[i].n_practices);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods/names", test_names);
  g_test_add_func ("/ods/table", test_table);
  g_test_add_func ("/ods/detail", test_detail);
  g_test_add_func ("/ods/list", test_list);
  g_test_add_func ("/ods/refused", test_refused);
  g_test_add_func ("/ods/noise", test_noise);
  g_test_add ("/ods/import", Sample, NULL, sample_set_up, test_import, sample_tear_down);
  g_test_add ("/ods/others-words", Sample, NULL, sample_set_up, test_others_words, sample_tear_down);
  g_test_add ("/ods/succession", Sample, NULL, sample_set_up, test_succession, sample_tear_down);
  g_test_add_data_func ("/ods/real", NULL, test_real);
  return g_test_run ();
}
