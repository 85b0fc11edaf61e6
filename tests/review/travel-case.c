/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "attach.h"
#include "dossier-read.h"
#include "editions.h"

#include <glib/gstdio.h>

static gint64
add (AccordWorkspace *workspace, const char *kind, const char *title, const char *field, gint64 id)
{
  g_autoptr (AccordRecord) record = travel_new (workspace, kind);
  const AccordKind *described = accord_record_get_kind (record);

  accord_record_set_text (record, described->fields[described->title_field].name, title);
  if (field != NULL)
    accord_record_set_int (record, field, id);
  return travel_save (workspace, record);
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRecord *appraisal = data;

  return accord_editions_settle (writer, appraisal, error) && accord_writer_insert (writer, appraisal, error);
}

static void
add_lines (Travel *self, gint64 option)
{
  g_autoptr (AccordRecord) cost = travel_new (self->home, "cost");
  g_autoptr (AccordRecord) outcome = travel_new (self->home, "outcome");
  g_autoptr (AccordRecord) gain = travel_new (self->home, "gain");

  accord_record_set_text (cost, "name", "Staff");
  accord_record_set_int (cost, "option", option);
  accord_record_set_int (cost, "organisation", self->asker);
  accord_record_set_text (cost, "amounts", "2017/18 150000.00\n2018/19 150000.00");
  travel_save (self->home, cost);
  accord_record_set_text (outcome, "name", "Fewer emergency admissions");
  accord_record_set_int (outcome, "option", option);
  accord_record_set_text (outcome, "need", "1000");
  accord_record_set_text (outcome, "engagement", "0.6");
  accord_record_set_text (outcome, "impact", "0.5");
  accord_record_set_text (outcome, "deadweight", "0.1");
  accord_record_set_int (outcome, "unit-value", 123400);
  travel_save (self->home, outcome);
  accord_record_set_int (gain, "outcome", accord_record_get_id (outcome));
  accord_record_set_int (gain, "organisation", self->one.organisation);
  accord_record_set_text (gain, "share", "1");
  travel_save (self->home, gain);
}

static void
add_appraisal (Travel *self)
{
  g_autoptr (AccordRecord) appraisal = travel_new (self->home, "appraisal");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  gint64 option = add (self->home, "option", "Neighbourhood teams", "case", self->business_case);
  g_autoptr (AccordRecord) scenario = travel_new (self->home, "scenario");

  add (self->home, "option", "Carry on as now", "case", self->business_case);
  accord_record_set_int (appraisal, "case", self->business_case);
  accord_record_set_int (appraisal, "base-year", 2017);
  accord_record_set_int (appraisal, "horizon", 5);
  change = accord_workspace_write (self->home, "Appraise", settle, appraisal, NULL, &error);
  g_assert_no_error (error);
  self->appraisal = accord_record_get_id (appraisal);
  add_lines (self, option);
  accord_record_set_text (scenario, "name", "Half as many");
  accord_record_set_int (scenario, "appraisal", self->appraisal);
  accord_record_set_text (scenario, "changes", "* need × 0.5");
  travel_save (self->home, scenario);
}

static void
add_document (Travel *self)
{
  g_autoptr (GFile) file = travel_file (self, "plan.txt");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AccordRecord) preset = travel_new (self->home, "document");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "The plan, in full.\n", -1, &error);
  g_assert_no_error (error);
  accord_record_set_int (preset, "case", self->business_case);
  self->document = accord_attach (self->home, file, preset, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add_said (Travel *self)
{
  const gint64 cases[] = { self->business_case };
  g_autoptr (AccordRecord) awaited = travel_new (self->home, "endorsement");
  g_autoptr (AccordRecord) given = travel_new (self->home, "endorsement");
  g_autoptr (AccordRecord) caveat = travel_new (self->home, "caveat");
  gint64 body_one = add (self->home, "body", "Board", "organisation", self->one.organisation);
  gint64 body_two = add (self->home, "body", "Governing Body", "organisation", self->two.organisation);

  accord_record_set_text (awaited, "who", "Board of the federation");
  accord_record_set_int (awaited, "body", body_one);
  accord_record_set_ids (awaited, "cases", cases, 1);
  self->awaited = travel_save (self->home, awaited);
  accord_record_set_text (given, "who", "Governing Body");
  accord_record_set_int (given, "body", body_two);
  accord_record_set_text (given, "outcome", "endorsed-with-caveats");
  accord_record_set_text (given, "date", "2017-03-01");
  accord_record_set_ids (given, "cases", cases, 1);
  travel_save (self->home, given);
  accord_record_set_text (caveat, "text", "Show where the staff come from");
  accord_record_set_int (caveat, "raised-by", body_two);
  accord_record_set_int (caveat, "endorsement", accord_record_get_id (given));
  accord_record_set_ids (caveat, "cases", cases, 1);
  self->caveat = travel_save (self->home, caveat);
}

static void
add_case (Travel *self)
{
  g_autoptr (AccordRecord) record = travel_new (self->home, "case");
  gint64 programme = add (self->home, "programme", "Locality plan", NULL, 0);

  self->asker = add (self->home, "organisation", "The Council", NULL, 0);
  self->one.organisation = add (self->home, "organisation", "GP Federation", NULL, 0);
  self->two.organisation = add (self->home, "organisation", "Community Trust", NULL, 0);
  accord_record_set_text (record, "name", "Neighbourhood Model");
  accord_record_set_text (record, "stage", "outline");
  accord_record_set_int (record, "programme", programme);
  accord_record_set_int (record, "organisation", self->asker);
  accord_record_set_text (record, "summary", "Teams in five neighbourhoods.\nOne front door.");
  accord_record_set_text (record, "economic", "It pays back within four years.");
  self->business_case = travel_save (self->home, record);
}

static AccordKeyPair *
make_key (const char *holder)
{
  g_autoptr (GError) error = NULL;
  AccordKeyPair *pair = accord_key_pair_new (holder, &error);

  g_assert_no_error (error);
  return pair;
}

void
travel_set_up (Travel *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  self->folder = g_dir_make_tmp ("accord-review-XXXXXX", &error);
  g_assert_no_error (error);
  self->schema = accord_model_schema_new ();
  self->home = travel_make_workspace (self, "home.accord");
  self->key = make_key ("The Council");
  self->one.key = make_key ("GP Federation");
  self->two.key = make_key ("Community Trust");
  add_case (self);
  add_appraisal (self);
  add_document (self);
  add_said (self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
travel_tear_down (Travel *self, gconstpointer data)
{
  (void) data;
  travel_close (self->home);
  travel_close (self->one.reading);
  travel_close (self->two.reading);
  g_object_unref (self->schema);
  accord_key_pair_unref (self->key);
  accord_key_pair_unref (self->one.key);
  accord_key_pair_unref (self->two.key);
  remove_folder (self->folder);
  g_free (self->folder);
}
