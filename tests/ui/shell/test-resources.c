/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#define ROOT "/io/github/accord_desktop/Accord"

static void
note_error (GtkCssProvider *provider, GtkCssSection *section, GError *error, gpointer data)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", where, error->message);
  *(guint *) data += 1;
}

static void
test_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  guint n_errors = 0;

  g_signal_connect (provider, "parsing-error", G_CALLBACK (note_error), &n_errors);
  gtk_css_provider_load_from_resource (provider, ROOT "/style.css");

  g_assert_cmpuint (n_errors, ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/resources/style", test_style);

  return g_test_run ();
}
