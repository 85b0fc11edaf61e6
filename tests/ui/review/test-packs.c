/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../../review/travel.h"

#include "fixture.h"
#include "form/list-steps.h"
#include "review/home-list.h"
#include "review/home-sheet.h"
#include "review/home-words.h"
#include "review/offline-card.h"
#include "review/pack-dialog.h"
#include "review/pack-words.h"
#include "review/send-dialog.h"
#include "review/send-protection.h"

#include <string.h>

/* --- What a window says. */

static gboolean
has_text (GtkWidget *within, const char *text)
{
  if (!gtk_widget_get_visible (within))
    return FALSE;
  if (GTK_IS_LABEL (within) && strstr (gtk_label_get_text (GTK_LABEL (within)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget *window;
  const char *words;
} Wanted;

static gboolean
says (gpointer data)
{
  const Wanted *wanted = data;

  return has_text (wanted->window, wanted->words);
}

static void
wait_for (GtkWidget *window, const char *words)
{
  Wanted wanted = { window, words };

  if (!ui_wait_until (says, &wanted))
    g_error ("the window never says “%s”", words);
}

static gboolean
can_accept (GtkWidget *sheet)
{
  GtkWidget *accept = accord_sheet_window_get_accept (ACCORD_SHEET_WINDOW (sheet));

  return gtk_widget_get_visible (accept) && gtk_widget_get_sensitive (accept);
}

static GtkWidget *
find_check (GtkWidget *within, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (within) && gtk_widget_get_visible (within)
      && (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (within)), label) == 0
          || (gtk_check_button_get_child (GTK_CHECK_BUTTON (within)) != NULL
              && has_text (gtk_check_button_get_child (GTK_CHECK_BUTTON (within)), label))))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
tick_all (GtkWidget *within, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (within) && find_check (within, label) == within)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (within), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tick_all (child, label);
}

static void
tick (GtkWidget *within, const char *label)
{
  GtkWidget *check = find_check (within, label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

/* --- Coming home. */

/* An answer that also changes the case, of which we have changed the same meanwhile. */
static AccordPack *
make_answer (Travel *self)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");

  travel_start (self, &self->one, request);
  travel_comment (&self->one, "question", "Who runs the front door?");
  travel_set_text (self->one.reading, "case", travel_case (self->one.reading), "summary",
                   "Teams in four neighbourhoods.");
  travel_set_text (self->one.reading, "case", travel_case (self->one.reading), "economic",
                   "It never pays back.");
  travel_decide (&self->one, "endorsed", "RESOLVED: endorsed.");
  travel_set_text (self->home, "case", self->business_case, "summary", "Teams in six neighbourhoods.");
  return travel_return (self, &self->one, "answer.accordpack");
}

static GtkWidget *
open_sheet (Travel *self, AccordPack *pack)
{
  GtkWidget *sheet = accord_home_sheet_new (NULL, self->home, pack);

  gtk_window_present (GTK_WINDOW (sheet));
  return sheet;
}

static void
assert_case (Travel *self, const char *field, const char *text)
{
  g_autoptr (AccordRecord) record = travel_get (self->home, "case", self->business_case);

  g_assert_cmpstr (accord_record_get_text (record, field), ==, text);
}

/* Nothing that is undecided can be taken in; what is not theirs stays out; one step takes it all back. */
static void
test_sheet (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) answer = make_answer (self);
  GtkWidget *sheet = open_sheet (self, answer);
  g_autofree char *before = travel_dup_state (self->home);
  g_autofree char *meanwhile = NULL;

  (void) data;
  wait_for (sheet, "What they say for themselves");
  g_assert_true (has_text (sheet, "GP Federation"));
  g_assert_true (has_text (sheet, "Who runs the front door?"));
  g_assert_true (has_text (sheet, "still to be decided"));
  g_assert_false (can_accept (sheet));
  meanwhile = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, meanwhile);
  /* The conflict is shown first, with theirs, ours and the base. */
  g_assert_true (has_text (sheet, "Before both"));
  tick_all (sheet, "Keep ours");
  /* Nobody has said yet whose key it is. */
  g_assert_false (can_accept (sheet));
  tick (sheet, "trust this key");
  g_assert_true (ui_wait_until ((UiCondition) can_accept, sheet));
  g_object_add_weak_pointer (G_OBJECT (sheet), (gpointer *) &sheet);
  gtk_widget_activate_action (sheet, "sheet.accept", NULL);
  g_assert_true (ui_wait_until (ui_is_gone, &sheet));
  assert_case (self, "summary", "Teams in six neighbourhoods.");
  assert_case (self, "economic", "It pays back within four years.");
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 1);
  travel_undo (self->home);
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 0);
}

/* What was taken in once brings nothing new. */
static void
test_nothing_new (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = NULL;
  GtkWidget *sheet;

  (void) data;
  travel_start (self, &self->one, request);
  travel_decide (&self->one, "endorsed", "RESOLVED: endorsed.");
  answer = travel_return (self, &self->one, "answer.accordpack");
  travel_merge (self->home, answer, TRUE);
  sheet = open_sheet (self, answer);
  wait_for (sheet, "Nothing new");
  g_assert_false (can_accept (sheet));
  gtk_window_destroy (GTK_WINDOW (sheet));
}

/* The workspace went on while the sheet was open: it is compared anew, and nothing was kept. */
static void
test_meanwhile (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) answer = make_answer (self);
  GtkWidget *sheet = open_sheet (self, answer);

  (void) data;
  wait_for (sheet, "What they say for themselves");
  tick_all (sheet, "Take theirs");
  tick (sheet, "trust this key");
  travel_set_text (self->home, "case", self->business_case, "summary", "Teams in seven neighbourhoods.");
  gtk_widget_activate_action (sheet, "sheet.accept", NULL);
  wait_for (sheet, "still to be decided");
  assert_case (self, "summary", "Teams in seven neighbourhoods.");
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (sheet));
}

/* --- Opening. */

static GtkWidget *
open_dialog (Travel *self, AccordWorkspace *workspace, const char *name)
{
  g_autoptr (GFile) file = travel_file (self, name);
  GtkWidget *dialog = accord_pack_dialog_new (NULL, workspace, self->schema, file);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
test_refused (Travel *self, gconstpointer data)
{
  g_autofree char *path = travel_path (self, "no.accordpack");
  g_autofree char *before = travel_dup_state (self->home), *after = NULL;
  GtkWidget *dialog;

  (void) data;
  g_assert_true (g_file_set_contents (path, "PK but not really", -1, NULL));
  dialog = open_dialog (self, self->home, "no.accordpack");
  wait_for (dialog, "This file cannot be opened");
  g_assert_false (can_accept (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = open_dialog (self, NULL, "missing.accordpack");
  wait_for (dialog, "This file cannot be opened");
  gtk_window_destroy (GTK_WINDOW (dialog));
  after = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, after);
}

/* --- Words. */

static void
test_words (Travel *self, gconstpointer data)
{
  g_autofree char *past = accord_pack_dup_due ("2026-11-20", "2026-11-22");
  g_autofree char *today = accord_pack_dup_due ("2026-11-22", "2026-11-22");
  g_autofree char *ahead = accord_pack_dup_due ("2026-11-23", "2026-11-22");
  g_autofree char *none = accord_pack_dup_due (NULL, "2026-11-22");

  (void) self;
  (void) data;
  g_assert_nonnull (strstr (past, "2 days ago"));
  g_assert_nonnull (strstr (today, "today"));
  g_assert_nonnull (strstr (ahead, "in 1 day."));
  g_assert_nonnull (strstr (none, "No day"));
  g_assert_true (accord_pack_is_name ("Case.ACCORDPACK"));
  g_assert_false (accord_pack_is_name ("Case.accordpack.txt"));
  g_assert_true (accord_pack_is_file ("/nowhere/Case.accordpack"));
  g_assert_false (accord_pack_is_file ("/nowhere/Case"));
  g_assert_false (accord_pack_is_file ("/dev/null"));
  g_assert_false (accord_pack_is_file (NULL));
}

/* --- Sending. */

static void
test_send (Travel *self, gconstpointer data)
{
  GtkWidget *dialog = accord_send_dialog_new (NULL, self->home, self->business_case);
  g_autofree char *before = travel_dup_state (self->home), *after = NULL;

  (void) data;
  gtk_window_present (GTK_WINDOW (dialog));
  wait_for (dialog, "Who can open it");
  /* Whose board is still to say is offered; the document is counted. */
  g_assert_true (has_text (dialog, "GP Federation"));
  g_assert_false (has_text (dialog, "Community Trust"));
  g_assert_true (has_text (dialog, "1 document goes along"));
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  wait_for (dialog, "Nobody is asked yet");
  tick (dialog, "GP Federation");
  g_assert_true (has_text (dialog, "No key is trusted yet for GP Federation."));
  gtk_widget_activate_action (dialog, "sheet.accept", NULL);
  wait_for (dialog, "eight letters or more");
  after = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, after);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_protection (Travel *self, gconstpointer data)
{
  GtkWidget *choice = g_object_ref_sink (accord_send_protection_new ());
  AccordSendProtection *protection = ACCORD_SEND_PROTECTION (choice);
  GtkWidget *where = NULL;

  (void) self;
  (void) data;
  g_assert_cmpint (accord_send_protection_get (protection), ==, ACCORD_PROTECTION_KEYS);
  g_assert_null (accord_send_protection_find_fault (protection, &where));
  accord_send_protection_set_without_key (protection, "A, B", 2);
  g_assert_cmpint (accord_send_protection_get (protection), ==, ACCORD_PROTECTION_PASSPHRASE);
  g_assert_nonnull (accord_send_protection_find_fault (protection, &where));
  accord_send_protection_set_without_key (protection, "", 0);
  g_assert_cmpint (accord_send_protection_get (protection), ==, ACCORD_PROTECTION_KEYS);
  /* What a person chose stays. */
  tick (choice, "Signed only");
  accord_send_protection_set_without_key (protection, "", 0);
  g_assert_cmpint (accord_send_protection_get (protection), ==, ACCORD_PROTECTION_NONE);
  g_object_unref (choice);
}

static gpointer
read_offline (AccordReader *reader, gpointer data, GError **error)
{
  return accord_offline_file_read (reader, *(const gint64 *) data, error);
}

/* The case's page says who was asked, who has answered, and who is late. */
static void
test_card (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) answer = NULL;
  g_autoptr (AccordOfflineFile) file =
      accord_workspace_read (self->home, read_offline, &self->business_case, NULL, NULL);
  GtkWidget *card = g_object_ref_sink (accord_offline_card_new (self->home));

  (void) data;
  g_assert_nonnull (file);
  accord_offline_card_show (ACCORD_OFFLINE_CARD (card), file, TODAY);
  g_assert_true (has_text (card, "GP Federation"));
  g_assert_true (has_text (card, "Asked"));
  accord_offline_card_show (ACCORD_OFFLINE_CARD (card), file, "2027-01-01");
  g_assert_true (has_text (card, "Overdue"));
  travel_start (self, &self->one, request);
  travel_comment (&self->one, "question", "Who runs the front door?");
  travel_decide (&self->one, "endorsed", "RESOLVED: endorsed.");
  answer = travel_return (self, &self->one, "answer.accordpack");
  travel_merge (self->home, answer, TRUE);
  accord_offline_file_free (g_steal_pointer (&file));
  file = accord_workspace_read (self->home, read_offline, &self->business_case, NULL, NULL);
  accord_offline_card_show (ACCORD_OFFLINE_CARD (card), file, TODAY);
  g_assert_true (has_text (card, "Endorse"));
  g_assert_true (has_text (card, "1 comment"));
  g_object_unref (card);
}

static gboolean
is_heading (gpointer item)
{
  return gtk_string_object_get_string (item)[0] == '#';
}

static void
assert_step (GtkSingleSelection *selection, GtkWidget *view, int by, guint from, guint to)
{
  gtk_single_selection_set_selected (selection, from);
  g_assert_cmpint (accord_list_step_over (selection, view, by, is_heading), ==, from != to);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, to);
}

/* GTK stops at a heading, so that the keyboard never came to what stands below the next one. */
static void
test_steps (Travel *self, gconstpointer data)
{
  const char *const rows[] = { "#a", "1", "#b", "#c", "2", "3", NULL };
  g_autoptr (GtkSingleSelection) selection =
      gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new (rows)));
  GtkWidget *view = g_object_ref_sink (gtk_list_view_new (NULL, NULL));

  (void) self;
  (void) data;
  assert_step (selection, view, 1, 1, 4);
  assert_step (selection, view, -1, 4, 1);
  /* What needs no help is left to GTK, and there is nothing beyond the ends. */
  assert_step (selection, view, 1, 4, 4);
  assert_step (selection, view, -1, 5, 5);
  assert_step (selection, view, -1, 1, 1);
  assert_step (selection, view, 1, 5, 5);
  g_object_unref (view);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  TRAVEL_TEST ("/packs/words", test_words);
  TRAVEL_TEST ("/packs/steps", test_steps);
  TRAVEL_TEST ("/packs/sheet", test_sheet);
  TRAVEL_TEST ("/packs/nothing-new", test_nothing_new);
  TRAVEL_TEST ("/packs/meanwhile", test_meanwhile);
  TRAVEL_TEST ("/packs/refused", test_refused);
  TRAVEL_TEST ("/packs/send", test_send);
  TRAVEL_TEST ("/packs/protection", test_protection);
  TRAVEL_TEST ("/packs/card", test_card);
  return g_test_run ();
}
