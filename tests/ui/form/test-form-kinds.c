/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

static void
test_every_kind_round_trips (FormFixture *self, gconstpointer data)
{
  /* A form that is opened and saved untouched must not change anything: what it shows is what it reads. */
  for (guint k = 0; k < accord_schema_get_n_kinds (self->schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (self->schema, k);
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      g_autoptr (AccordRecord) copy = accord_record_new (kind);
      g_autoptr (GError) error = NULL;
      AccordForm *form;

      for (guint i = 0; i < kind->n_fields; i++)
        switch (kind->fields[i].type)
          {
          case ACCORD_FIELD_CHOICE:
            accord_record_put_text (record, i, kind->fields[i].choices[0].value, -1);
            break;
          case ACCORD_FIELD_DATE:
            accord_record_put_text (record, i, "2016-09-27", -1);
            break;
          case ACCORD_FIELD_DECIMAL:
            accord_record_put_text (record, i, "-12.50", -1);
            break;
          case ACCORD_FIELD_MONEY:
            accord_record_put_int (record, i, 123456789);
            break;
          case ACCORD_FIELD_YEAR:
            accord_record_put_int (record, i, 2016);
            break;
          case ACCORD_FIELD_COUNT:
          case ACCORD_FIELD_PERCENT:
            accord_record_put_int (record, i, 17525);
            break;
          case ACCORD_FIELD_BOOLEAN:
            accord_record_put_int (record, i, 1);
            break;
          case ACCORD_FIELD_REFERENCE:
          case ACCORD_FIELD_REFERENCES:
            break;
          default:
            accord_record_put_text (record, i, "Some words", -1);
          }
      form = form_fixture_form (self, record);
      for (guint i = 0; i < kind->n_fields; i++)
        {
          AccordFieldEditor *editor = accord_form_get_editor (form, kind->fields[i].name);

          accord_field_editor_store (editor, copy, &error);
          g_assert_no_error (error);
          g_assert_false (accord_field_editor_get_touched (editor));
          if (!accord_record_field_equal (record, copy, i))
            g_error ("%s of %s does not survive its editor", kind->fields[i].name, kind->name);
        }
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/form/every-kind", test_every_kind_round_trips);

  return g_test_run ();
}
