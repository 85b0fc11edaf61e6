/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form-fixture.h"

#include "form/reference-search.h"
#include "today.h"

#include <string.h>

typedef struct
{
  gboolean done;
  gboolean saved;
  gint64 id;
} Outcome;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;
  g_autoptr (GError) error = NULL;

  outcome->saved = accord_form_save_finish (ACCORD_FORM (source), result, &outcome->id, &error);
  g_assert_true (outcome->saved == (error == NULL));
  outcome->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->done;
}

static Outcome
save (AccordForm *form)
{
  Outcome outcome = { 0 };

  accord_form_save_async (form, NULL, on_saved, &outcome);
  g_assert_true (ui_wait_until (is_done, &outcome));
  return outcome;
}

static AccordForm *
open_form (FormFixture *self, const char *kind, gint64 id)
{
  g_autoptr (AccordRecord) record =
      accord_workspace_get_record (self->workspace, form_fixture_kind (self, kind), id, NULL, NULL);

  return form_fixture_form (self, record);
}

static const char *
error_of (AccordForm *form, const char *field)
{
  return accord_field_editor_get_error (accord_form_get_editor (form, field));
}

static void
test_money_is_saved_as_pence (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordForm *form = open_form (self, "fund", id);
  g_autoptr (AccordRecord) saved = NULL;

  g_assert_false (accord_form_get_dirty (form));
  form_fixture_type (form, "amount", "£19.2m");
  g_assert_true (accord_form_get_dirty (form));
  g_assert_null (error_of (form, "amount"));
  g_assert_true (save (form).saved);

  saved = form_fixture_get (self, "fund", id);
  g_assert_cmpint (accord_record_get_int (saved, "amount"), ==, 1920000000);
}

/* GTK 4 lets no test type a key; what hears keys can be told of one all the same. */
static gboolean
key (AccordForm *form, const char *field, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (form_fixture_entry (form, field)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
      if (taken)
        return TRUE;
    }
  return FALSE;
}

static void
test_keys_of_a_date (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordForm *form = open_form (self, "fund", id);
  g_autoptr (AccordRecord) kept = NULL;
  g_autofree char *today = accord_today_dup ();

  form_fixture_type (form, "announced", "28 Feb 2019");
  g_assert_true (key (form, "announced", GDK_KEY_plus, 0));
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "announced")), ==, "1 Mar 2019");
  g_assert_true (key (form, "announced", GDK_KEY_minus, 0));
  g_assert_true (key (form, "announced", GDK_KEY_KP_Subtract, 0));
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "announced")), ==, "27 Feb 2019");

  /* Letters and signs of what is being written are left to it, and so are names. */
  form_fixture_type (form, "announced", "2019");
  g_assert_false (key (form, "announced", GDK_KEY_minus, 0));
  form_fixture_type (form, "announced", "1 Oc");
  g_assert_false (key (form, "announced", GDK_KEY_t, 0));
  g_assert_false (key (form, "name", GDK_KEY_t, 0));
  form_fixture_type (form, "announced", "");
  g_assert_false (key (form, "announced", GDK_KEY_t, GDK_CONTROL_MASK));

  /* One letter is the day, and so is the whole word. */
  for (const char *letter = "today"; *letter != '\0'; letter++)
    g_assert_true (key (form, "announced", (guint) *letter, 0));
  g_assert_false (key (form, "announced", GDK_KEY_y, 0));
  g_assert_true (save (form).saved);
  kept = form_fixture_get (self, "fund", id);
  g_assert_cmpstr (accord_record_get_text (kept, "announced"), ==, today);
}

static void
test_wrong_date_keeps_the_text (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordForm *form = open_form (self, "fund", id);
  g_autoptr (AccordRecord) kept = NULL;
  GtkAccessible *entry;

  form_fixture_type (form, "announced", "31 February 2019");
  g_assert_nonnull (error_of (form, "announced"));
  g_assert_nonnull (strstr (error_of (form, "announced"), "31 February 2019"));
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "announced")), ==, "31 February 2019");
  g_assert_false (save (form).saved);
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "announced")), ==, "31 February 2019");

  entry = GTK_ACCESSIBLE (form_fixture_entry (form, "announced"));
  g_assert_true (gtk_test_accessible_has_relation (entry, GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       error_of (form, "announced"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  kept = form_fixture_get (self, "fund", id);
  g_assert_null (accord_record_get_text (kept, "announced"));

  /* Put right, the fault goes and the British form is read. */
  form_fixture_type (form, "announced", "2.4.2019");
  g_assert_null (error_of (form, "announced"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_true (save (form).saved);
  g_clear_object (&kept);
  kept = form_fixture_get (self, "fund", id);
  g_assert_cmpstr (accord_record_get_text (kept, "announced"), ==, "2019-04-02");
}

static void
test_new_record_is_quiet_until_touched (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) record = accord_record_new (form_fixture_kind (self, "claim"));
  AccordForm *form;
  Outcome outcome;

  accord_record_fill_in (record);
  form = form_fixture_form (self, record);
  form_fixture_type (form, "said-by", "The Chief Executive");
  g_assert_null (error_of (form, "text"));

  g_assert_false (save (form).saved);
  g_assert_nonnull (error_of (form, "text"));

  form_fixture_type (form, "text", "Very little was spent");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (accord_field_editor_get_control (accord_form_get_editor (form, "measure"))), 1);
  outcome = save (form);
  g_assert_true (outcome.saved);
  g_assert_cmpint (outcome.id, >, 0);
}

static void
test_rule_across_fields_is_said_at_one (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "programme", "A programme");
  AccordForm *form = form_fixture_form (self, record);

  form_fixture_type (form, "from", "1 April 2019");
  form_fixture_type (form, "until", "1 April 2018");
  g_assert_true (error_of (form, "from") != NULL || error_of (form, "until") != NULL);
}

static void
test_choice_says_its_value (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordForm *form = open_form (self, "fund", id);
  GtkWidget *drop_down = accord_field_editor_get_control (accord_form_get_editor (form, "type"));
  GtkAccessible *button = GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down));

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Type: Transformation fund");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Type: Budget");
}

static gboolean
is_changed (gpointer data)
{
  return *(gboolean *) data;
}

static void
note_change (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_change_from_elsewhere (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  g_autoptr (AccordRecord) open =
      accord_workspace_get_record (self->workspace, form_fixture_kind (self, "fund"), id, NULL, NULL);
  AccordForm *form = form_fixture_form (self, open);
  g_autoptr (AccordRecord) saved = NULL;
  gboolean changed = FALSE;

  form_fixture_type (form, "amount", "£5m");
  g_signal_connect_swapped (open, "notify::amount", G_CALLBACK (note_change), &changed);
  form_fixture_set (self, "fund", id, "amount", "£7m");
  g_assert_true (ui_wait_until (is_changed, &changed));
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "amount")), ==, "£5m");
  g_assert_nonnull (accord_form_get_notice (form));
  g_assert_nonnull (strstr (accord_form_get_notice (form), "£7,000,000"));

  changed = FALSE;
  g_signal_connect_swapped (open, "notify::name", G_CALLBACK (note_change), &changed);
  form_fixture_set (self, "fund", id, "name", "Another name");
  g_assert_true (ui_wait_until (is_changed, &changed));
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "name")), ==, "Another name");

  g_assert_true (save (form).saved);
  saved = form_fixture_get (self, "fund", id);
  g_assert_cmpint (accord_record_get_int (saved, "amount"), ==, 500000000);
  g_assert_cmpstr (accord_record_get_text (saved, "name"), ==, "Another name");
}

static AccordReferenceSearch *
search_of (AccordForm *form, const char *field)
{
  GtkWidget *entry = accord_field_editor_get_control (accord_form_get_editor (form, field));

  return ACCORD_REFERENCE_SEARCH (gtk_widget_get_ancestor (entry, ACCORD_TYPE_REFERENCE_SEARCH));
}

static void
test_reference_by_name (FormFixture *self, gconstpointer data)
{
  gint64 council = form_fixture_add (self, "organisation", "Bury Council");
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordForm *form = open_form (self, "fund", id);
  g_autoptr (AccordRecord) saved = NULL;

  /* What was typed and not chosen is no reference, and is not thrown away. */
  form_fixture_type (form, "holder", "Bury Coun");
  g_assert_nonnull (error_of (form, "holder"));
  g_assert_false (save (form).saved);
  g_assert_cmpstr (gtk_editable_get_text (form_fixture_entry (form, "holder")), ==, "Bury Coun");

  accord_reference_search_set_text (search_of (form, "holder"), "Bury Council");
  g_signal_emit_by_name (search_of (form, "holder"), "chosen", council, "Bury Council");
  g_assert_null (error_of (form, "holder"));
  g_assert_true (save (form).saved);
  saved = form_fixture_get (self, "fund", id);
  g_assert_cmpint (accord_record_get_int (saved, "holder"), ==, council);

  /* Emptied, it is not known. */
  form_fixture_type (form, "holder", "");
  g_assert_true (save (form).saved);
  g_clear_object (&saved);
  saved = form_fixture_get (self, "fund", id);
  g_assert_cmpint (accord_record_get_int (saved, "holder"), ==, ACCORD_UNKNOWN);
}

static gboolean
has_suggestion (gpointer data)
{
  return form_fixture_has_text (data, "Bury Council");
}

static void
test_reference_finds_as_typed (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  AccordForm *form;
  GtkWidget *popover;

  form_fixture_add (self, "organisation", "Bury Council");
  form_fixture_add (self, "organisation", "Oldham Council");
  form = open_form (self, "fund", id);
  popover = gtk_widget_get_last_child (GTK_WIDGET (search_of (form, "holder")));
  gtk_editable_set_text (form_fixture_entry (form, "holder"), "bur");
  g_assert_true (ui_wait_until (has_suggestion, popover));
  g_assert_false (form_fixture_has_text (popover, "Oldham Council"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (form_fixture_entry (form, "holder")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Bury Council, 1 of 1");
}

/* GTK 4 lets no test type a key; what is bound to it can be asked for all the same. */
static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts);
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
        }
    }
  return FALSE;
}

static void
test_reference_by_keyboard (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  gint64 oldham;
  AccordForm *form;
  GtkWidget *entry, *popover;
  g_autoptr (AccordRecord) saved = NULL;

  form_fixture_add (self, "organisation", "Bury Council");
  oldham = form_fixture_add (self, "organisation", "Oldham Council");
  form = open_form (self, "fund", id);
  entry = GTK_WIDGET (form_fixture_entry (form, "holder"));
  popover = gtk_widget_get_last_child (GTK_WIDGET (search_of (form, "holder")));

  /* With no suggestions in view, Enter and Escape are the form's own. */
  g_assert_false (press (entry, GDK_KEY_Return));
  g_assert_false (press (entry, GDK_KEY_Escape));

  gtk_editable_set_text (GTK_EDITABLE (entry), "counc");
  g_assert_true (ui_wait_until (has_suggestion, popover));
  g_assert_true (press (entry, GDK_KEY_Down));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Oldham Council, 2 of 2");
  g_assert_true (press (entry, GDK_KEY_Down));
  g_assert_true (press (entry, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Oldham Council");
  g_assert_true (save (form).saved);
  saved = form_fixture_get (self, "fund", id);
  g_assert_cmpint (accord_record_get_int (saved, "holder"), ==, oldham);

  gtk_editable_set_text (GTK_EDITABLE (entry), "bury");
  g_assert_true (ui_wait_until (has_suggestion, popover));
  g_assert_true (press (entry, GDK_KEY_Escape));
  g_assert_false (press (entry, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "bury");
}

static void
test_references (FormFixture *self, gconstpointer data)
{
  gint64 one = form_fixture_add (self, "organisation", "One");
  gint64 two = form_fixture_add (self, "organisation", "Two");
  g_autoptr (AccordRecord) post = form_fixture_new (self, "post", "A post");
  g_autoptr (AccordRecord) saved = NULL;
  AccordForm *form;
  gsize n_ids;

  accord_record_set_text (post, "status", "vacant");
  form = form_fixture_form (self, post);
  g_signal_emit_by_name (search_of (form, "organisations"), "chosen", one, "One");
  g_signal_emit_by_name (search_of (form, "organisations"), "chosen", two, "Two");
  g_signal_emit_by_name (search_of (form, "organisations"), "chosen", two, "Two");
  ui_wait_frame (self->window);
  g_assert_true (form_fixture_tab_reaches (self, form_fixture_find_button (GTK_WIDGET (form), "Remove Two")));
  g_assert_true (form_fixture_tab_reaches (self, form_fixture_find_button (GTK_WIDGET (form), "Remove One")));
  g_signal_emit_by_name (form_fixture_find_button (GTK_WIDGET (form), "Remove One"), "clicked");
  g_assert_null (form_fixture_find_button (GTK_WIDGET (form), "Remove One"));

  saved = form_fixture_get (self, "post", save (form).id);
  g_assert_cmpint (accord_record_get_ids (saved, "organisations", &n_ids)[0], ==, two);
  g_assert_cmpuint (n_ids, ==, 1);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/form/money", test_money_is_saved_as_pence);
  form_fixture_add_test ("/ui/form/keys-of-a-date", test_keys_of_a_date);
  form_fixture_add_test ("/ui/form/wrong-date", test_wrong_date_keeps_the_text);
  form_fixture_add_test ("/ui/form/quiet-until-touched", test_new_record_is_quiet_until_touched);
  form_fixture_add_test ("/ui/form/rule-across-fields", test_rule_across_fields_is_said_at_one);
  form_fixture_add_test ("/ui/form/choice-says-its-value", test_choice_says_its_value);
  form_fixture_add_test ("/ui/form/change-from-elsewhere", test_change_from_elsewhere);
  form_fixture_add_test ("/ui/form/reference-by-name", test_reference_by_name);
  form_fixture_add_test ("/ui/form/reference-finds", test_reference_finds_as_typed);
  form_fixture_add_test ("/ui/form/reference-by-keyboard", test_reference_by_keyboard);
  form_fixture_add_test ("/ui/form/references", test_references);

  return g_test_run ();
}
