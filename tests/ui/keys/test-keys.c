/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-fixture.h"

#include "form/side-by-side.h"
#include "key-pair.h"
#include "key-store.h"
#include "keys/key-card.h"
#include "keys/key-words.h"
#include "keys/own-key-dialog.h"
#include "keys/trust-dialog.h"
#include "trust.h"

#include <glib/gstdio.h>
#include <string.h>

#define PASSPHRASE "correct horse battery"

static AccordPublicKey *
new_key (const char *holder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordKeyPair) pair = accord_key_pair_new (holder, &error);

  g_assert_no_error (error);
  return accord_public_key_ref (accord_key_pair_get_public (pair));
}

typedef struct
{
  GtkWidget *window;
  const char *words;
} Wanted;

static gboolean
says (gpointer data)
{
  Wanted *wanted = data;

  return form_fixture_has_text (wanted->window, wanted->words);
}

static GtkWidget *
find_type (GtkWidget *within, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type) && gtk_widget_get_visible (within) && (*n)-- == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The n-th of them. */
static GtkWidget *
find (GtkWidget *within, GType type, guint n)
{
  return find_type (within, type, &n);
}

static void
type_in (GtkWidget *window, guint n, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, GTK_TYPE_ENTRY, n)), text);
}

static gboolean
is_ready (gpointer data)
{
  return gtk_widget_get_sensitive (accord_sheet_window_get_accept (ACCORD_SHEET_WINDOW (data)));
}

static void
on_done (GtkWidget *dialog, AccordKeyPair *pair, AccordKeyPair **got)
{
  *got = accord_key_pair_ref (pair);
}

/* A key is made in a file where there is no password store; the file opens with its passphrase and no other.
 */
static void
test_own_key (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = accord_own_key_dialog_new (FALSE, FALSE, "The Council");
  Wanted wanted = { dialog, "are not the same" };
  g_autoptr (AccordKeyPair) made = NULL;
  g_autoptr (AccordKeyPair) opened = NULL;
  g_autofree char *path = accord_key_store_dup_default_path ();

  (void) data;
  g_assert_nonnull (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_connect (dialog, "done", G_CALLBACK (on_done), &made);
  gtk_window_present (GTK_WINDOW (dialog));
  type_in (dialog, 1, PASSPHRASE);
  type_in (dialog, 2, "something else");
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (says, &wanted));
  type_in (dialog, 2, PASSPHRASE);
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
  g_assert_nonnull (made);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  dialog = accord_own_key_dialog_new (TRUE, FALSE, NULL);
  wanted = (Wanted){ dialog, "passphrase" };
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_connect (dialog, "done", G_CALLBACK (on_done), &opened);
  gtk_window_present (GTK_WINDOW (dialog));
  type_in (dialog, 0, "not that one");
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (is_ready, dialog));
  g_assert_null (opened);
  type_in (dialog, 0, PASSPHRASE);
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
  g_assert_true (
      accord_public_key_equal (accord_key_pair_get_public (made), accord_key_pair_get_public (opened)));
  g_unlink (path);
}

static void
accept (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
}

static GtkWidget *
present (GtkWidget *dialog, AccordKeyPair **got)
{
  g_signal_connect (dialog, "done", G_CALLBACK (on_done), got);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* A key goes to another computer in a file, which no other passphrase opens, and which is never written over
 * something else. */
static void
test_moved (FormFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordKeyPair) own = accord_key_pair_new ("The Council", NULL);
  g_autoptr (AccordKeyPair) other = accord_key_pair_new ("The Trust", NULL);
  g_autoptr (AccordKeyPair) copied = NULL;
  g_autoptr (AccordKeyPair) taken = NULL;
  g_autofree char *copy = g_build_filename (g_get_user_data_dir (), "copy.accordkey", NULL);
  g_autofree char *path = accord_key_store_dup_default_path ();
  GtkWidget *dialog = present (accord_own_key_dialog_new_copy (own, copy), &copied);
  Wanted wanted = { dialog, "eight letters" };

  (void) data;
  g_assert_nonnull (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  type_in (dialog, 0, "short");
  type_in (dialog, 1, "short");
  accept (dialog);
  g_assert_true (ui_wait_until (says, &wanted));
  type_in (dialog, 0, PASSPHRASE);
  type_in (dialog, 1, PASSPHRASE);
  accept (dialog);
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
  g_assert_true (copied == own);

  dialog = present (accord_own_key_dialog_new_copy (other, copy), &taken);
  wanted = (Wanted){ dialog, "already" };
  type_in (dialog, 0, PASSPHRASE);
  type_in (dialog, 1, PASSPHRASE);
  accept (dialog);
  g_assert_true (ui_wait_until (says, &wanted));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (taken);

  dialog = present (accord_own_key_dialog_new_take (copy, FALSE), &taken);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  type_in (dialog, 0, "not that one");
  accept (dialog);
  g_assert_true (ui_wait_until (is_ready, dialog));
  g_assert_null (taken);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  type_in (dialog, 0, PASSPHRASE);
  accept (dialog);
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
  g_assert_true (
      accord_public_key_equal (accord_key_pair_get_public (own), accord_key_pair_get_public (taken)));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
  g_unlink (copy);
}

static AccordPublicKey *
pinned (FormFixture *fixture, gint64 id)
{
  g_autoptr (AccordRecord) record = form_fixture_get (fixture, "organisation", id);
  const char *signing = accord_record_get_text (record, "signing-key");

  return signing != NULL
             ? accord_public_key_new (signing, accord_record_get_text (record, "sealing-key"), "x", NULL)
             : NULL;
}

static GtkWidget *
open_trust (FormFixture *fixture, gint64 id, AccordPublicKey *key)
{
  GtkWidget *dialog = accord_trust_dialog_new (GTK_WINDOW (fixture->window), fixture->workspace, id, key);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* A first key wants its words compared, another one the organisation's name; what is typed wrong is said. */
static void
test_trust (FormFixture *fixture, gconstpointer data)
{
  gint64 id = form_fixture_add (fixture, "organisation", "GP Federation");
  g_autoptr (AccordPublicKey) first = new_key ("GP Federation"), second = new_key ("GP Federation");
  g_autoptr (AccordPublicKey) before = NULL, after = NULL;
  g_autofree char *text = accord_public_key_dup_text (first);
  g_autofree char *words = accord_key_dup_shown_words (first);
  GtkWidget *dialog = open_trust (fixture, id, NULL);
  Wanted wanted = { dialog, "have compared these words with GP Federation" };

  (void) data;
  type_in (dialog, 0, "not a key");
  g_assert_false (is_ready (dialog));
  type_in (dialog, 0, text);
  g_assert_true (ui_wait_until (says, &wanted));
  g_assert_true (form_fixture_has_text (dialog, words));
  g_assert_false (is_ready (dialog));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (dialog, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  g_assert_true (is_ready (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
  before = pinned (fixture, id);
  g_assert_true (accord_public_key_equal (before, first));

  dialog = open_trust (fixture, id, second);
  wanted = (Wanted){ dialog, "This is not the key that is trusted for GP Federation" };
  g_assert_true (ui_wait_until (says, &wanted));
  g_assert_nonnull (find (dialog, ACCORD_TYPE_SIDE_BY_SIDE, 0));
  g_assert_null (find (dialog, GTK_TYPE_CHECK_BUTTON, 0));
  type_in (dialog, 0, "GP");
  g_assert_false (is_ready (dialog));
  type_in (dialog, 0, " gp federation");
  g_assert_true (is_ready (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
  after = pinned (fixture, id);
  g_assert_true (accord_public_key_equal (after, second));
}

static void
test_card (FormFixture *fixture, gconstpointer data)
{
  gint64 id = form_fixture_add (fixture, "organisation", "GP Federation");
  g_autoptr (AccordPublicKey) key = new_key ("GP Federation");
  g_autoptr (AccordRecord) record = form_fixture_get (fixture, "organisation", id);
  GtkWidget *card = accord_key_card_new (fixture->workspace);
  g_autofree char *words = accord_key_dup_shown_words (key);

  (void) data;
  form_fixture_present (fixture, card);
  accord_key_card_show (ACCORD_KEY_CARD (card), record);
  g_assert_true (form_fixture_has_text (card, "No key is trusted for them yet"));
  accord_record_set_text (record, "signing-key", accord_public_key_get_signing (key));
  accord_record_set_text (record, "sealing-key", accord_public_key_get_sealing (key));
  accord_record_set_text (record, "key-trusted", "2026-11-22");
  accord_record_set_text (record, "key-trusted-by", "Head of Commissioning");
  accord_key_card_show (ACCORD_KEY_CARD (card), record);
  g_assert_true (form_fixture_has_text (card, words));
  g_assert_true (form_fixture_has_text (card, "Trusted on 22 Nov 2026 by Head of Commissioning"));
  accord_record_set_text (record, "sealing-key", "age1nonsense");
  accord_key_card_show (ACCORD_KEY_CARD (card), record);
  g_assert_false (form_fixture_has_text (card, words));
}

/* Columns stand side by side where each has its room, and below each other where not. */
static void
test_columns (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *columns = accord_side_by_side_new (200, 12);
  int wide, narrow;

  (void) data;
  for (guint i = 0; i < 3; i++)
    accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (columns), gtk_label_new ("One line"));
  form_fixture_present (fixture, columns);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 624, NULL, &wide, NULL, NULL);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 623, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (narrow, ==, 3 * wide + 24);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/keys/own", test_own_key);
  form_fixture_add_test ("/keys/moved", test_moved);
  form_fixture_add_test ("/keys/trust", test_trust);
  form_fixture_add_test ("/keys/card", test_card);
  form_fixture_add_test ("/keys/columns", test_columns);
  return g_test_run ();
}
