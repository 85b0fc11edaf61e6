/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-many.h"
#include "error.h"
#include "fixture.h"

static GArray *
new_fields (guint first, guint second)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (fields, first);
  g_array_append_val (fields, second);
  return fields;
}

static void
assert_amounts (Fixture *self, GArray *ids, gint64 expected, gint64 step)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AccordRecord) record = fixture_get (self, self->spending, g_array_index (ids, gint64, i));

      g_assert_cmpint (accord_record_get_int (record, "amount"), ==, expected + step * i);
    }
}

/* What is set is set everywhere, what is not stays, and one step takes it back. */
static void
test_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) fields = new_fields (SPENDING_AMOUNT, SPENDING_PLACE);
  g_autoptr (AccordRecord) values = accord_record_new (self->spending);
  g_autoptr (AccordEditMany) edit = NULL;
  g_autoptr (AccordChange) change = NULL, undone = NULL;
  g_autoptr (AccordRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      gint64 id = fixture_add_spending (self, "Persona", 100 + i, fixture_add_place (self, "Bury"));

      g_array_append_val (ids, id);
    }
  accord_record_set_int (values, "amount", 7);
  edit = accord_edit_many_new (values, fields, ids);
  change = accord_workspace_write (self->workspace, "?", accord_edit_many_write, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_change_get_label (change), ==, "Edit 40 spendings");
  g_assert_cmpuint (edit->n_changed, ==, 40);
  assert_amounts (self, ids, 7, 0);
  record = fixture_get (self, self->spending, g_array_index (ids, gint64, 3));
  g_assert_cmpint (accord_record_get_int (record, "place"), ==, ACCORD_UNKNOWN);
  g_assert_cmpstr (accord_record_get_text (record, "payee"), ==, "Persona");

  undone = accord_workspace_undo (self->workspace, NULL, &error);
  g_assert_no_error (error);
  assert_amounts (self, ids, 100, 1);
  fixture_assert_sound (self);
}

/* One that is refused keeps the others from being changed, unless a person says otherwise. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) fields = new_fields (SPENDING_AMOUNT, SPENDING_AMOUNT);
  g_autoptr (AccordRecord) values = accord_record_new (self->spending);
  g_autoptr (AccordEditMany) edit = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 missing = 4711, id = fixture_add_spending (self, "Persona", 5, ACCORD_UNKNOWN);

  g_array_append_val (ids, id);
  g_array_append_val (ids, missing);
  accord_record_set_int (values, "amount", 9);
  edit = accord_edit_many_new (values, fields, ids);
  g_assert_null (accord_workspace_write (self->workspace, "?", accord_edit_many_write, edit, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
  g_assert_cmpuint (edit->refusals->len, ==, 1);
  g_array_set_size (ids, 1);
  assert_amounts (self, ids, 5, 0);

  g_clear_error (&error);
  g_array_append_val (ids, missing);
  edit->partly = TRUE;
  change = accord_workspace_write (self->workspace, "?", accord_edit_many_write, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_change_get_label (change), ==, "Edit 1 spending");
  g_assert_cmpuint (edit->refusals->len, ==, 1);
  g_array_set_size (ids, 1);
  assert_amounts (self, ids, 9, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/edit-many/edit", Fixture, NULL, fixture_set_up, test_edit, fixture_tear_down);
  g_test_add ("/edit-many/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return g_test_run ();
}
