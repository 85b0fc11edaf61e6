/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "status.h"

static void
note_error (GtkCssProvider *provider, GtkCssSection *section, GError *error, gpointer data)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", where, error->message);
  *(guint *) data += 1;
}

static void
test_style (gconstpointer data)
{
  const char *file = data;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  guint n_errors = 0;

  g_signal_connect (provider, "parsing-error", G_CALLBACK (note_error), &n_errors);
  gtk_css_provider_load_from_resource (provider, file);

  g_assert_cmpuint (n_errors, ==, 0);
}

static void
test_status_icons (void)
{
  static const AccordChoice choices[] = { { "open", "Open" }, { NULL, NULL } };
  static const AccordField state = { "state", ACCORD_FIELD_CHOICE, "State", 0, NULL, choices, NULL };
  static const AccordField type = { "type", ACCORD_FIELD_CHOICE, "Type", 0, NULL, choices, NULL };
  static const char *const values[] = {
    "open",     "answered",     "accepted", "missed", "cannot-check", "endorsed", "endorsed-with-caveats",
    "deferred", "not-endorsed", "comment"
  };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const AccordStatus *status = accord_status_find (&state, values[i]);

      g_assert_nonnull (status);
      g_assert_true (gtk_icon_theme_has_icon (theme, status->icon_name));
      g_assert_true (g_hash_table_add (seen, (gpointer) status->icon_name));
    }

  g_assert_null (accord_status_find (&type, "open"));
  g_assert_null (accord_status_find (&state, NULL));
  g_assert_null (accord_status_find (&state, "something else"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_data_func ("/ui/resources/style/light", ACCORD_RESOURCES "/style.css", test_style);
  g_test_add_data_func ("/ui/resources/style/dark", ACCORD_RESOURCES "/style-dark.css", test_style);
  g_test_add_data_func ("/ui/resources/style/high-contrast", ACCORD_RESOURCES "/style-hc.css", test_style);
  g_test_add_data_func ("/ui/resources/style/high-contrast-dark", ACCORD_RESOURCES "/style-hc-dark.css",
                        test_style);
  g_test_add_func ("/ui/resources/status-icons", test_status_icons);

  return g_test_run ();
}
