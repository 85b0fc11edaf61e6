/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-fixture.h"

#include "form/detail-page.h"
#include "meeting-join.h"
#include "meeting/passage-view-private.h"
#include "meeting/question-card.h"

#include <string.h>

#define TODAY "2026-04-01"

typedef struct
{
  FormFixture *fixture;
  const char *kind;
  const char *field;
  const char *value;
  gint64 id;
} Wanted;

static gboolean
has_value (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (AccordRecord) record = form_fixture_get (wanted->fixture, wanted->kind, wanted->id);
  const char *value = accord_record_get_text (record, wanted->field);

  return value != NULL && strstr (value, wanted->value) != NULL;
}

static void
await_value (FormFixture *self, const char *kind, gint64 id, const char *field, const char *value)
{
  Wanted wanted = { .fixture = self, .kind = kind, .id = id, .field = field, .value = value };

  if (!ui_wait_until (has_value, &wanted))
    g_error ("%s of the %s is not “%s”", field, kind, value);
}

static AccordText *
make_text (FormFixture *self, guint n)
{
  AccordText *text = accord_text_new ("item", 1);
  g_autoptr (GPtrArray) tied = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) minutes = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *passage =
          g_strdup_printf ("(%u) sentence %u of the minutes, long enough to wrap", i + 1, i);
      AccordRecord *record = form_fixture_new (self, "resolution", passage);

      accord_record_set_text (record, "passage", passage);
      g_ptr_array_add (tied, record);
      g_string_append_printf (minutes, "%s\nWords between.\n", passage);
    }
  {
    AccordRecord *lost = form_fixture_new (self, "resolution", "What nobody wrote down");

    accord_record_set_text (lost, "passage", "Not a word of this is there at all");
    g_ptr_array_add (tied, lost);
  }
  accord_text_add_section (text, "Minutes", minutes->str, TRUE);
  accord_text_join (text, tied, NULL);
  return text;
}

static AccordPassageView *
show_text (FormFixture *self, AccordText *text)
{
  GtkWidget *view = accord_passage_view_new ();

  accord_passage_view_show (ACCORD_PASSAGE_VIEW (view), text, TODAY);
  form_fixture_present (self, view);
  return ACCORD_PASSAGE_VIEW (view);
}

static void
test_no_overlap (FormFixture *self, gconstpointer data)
{
  static const int widths[] = { 220, 400, 640, 900, 1600 };
  g_autoptr (AccordText) text = make_text (self, 12);
  AccordPassageView *view = show_text (self, text);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int height = accord_passage_view_arrange (view, widths[i]);

      g_assert_cmpuint (view->bands->len, ==, 13);
      for (guint k = 0; k < view->bands->len; k++)
        {
          const AccordPassageBand *band = BAND (view, k);

          g_assert_cmpfloat (band->card_y + band->card_height, <=, height);
          g_assert_true (k == 12 ? band->top < 0 : band->top >= 0 && band->bottom > band->top);
          if (k > 0)
            g_assert_cmpfloat (band->card_y, >=,
                               BAND (view, k - 1)->card_y + BAND (view, k - 1)->card_height);
          if (!view->wide && band->top >= 0)
            g_assert_cmpfloat (band->card_y, >=, band->bottom);
        }
    }
}

/* A passage and its card find each other, whichever a person points at. */
static void
test_point (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordText) text = make_text (self, 5);
  AccordPassageView *view = show_text (self, text);

  accord_passage_view_arrange (view, 900);
  for (guint i = 0; i < 5; i++)
    {
      const AccordPassageBand *band = BAND (view, i);

      g_assert_cmpuint (accord_passage_view_find (view, 40, (band->top + band->bottom) / 2), ==, i);
      g_assert_cmpuint (accord_passage_view_find (view, view->cards_x + 5, band->card_y + 2), ==, i);
    }
  g_assert_cmpuint (accord_passage_view_find (view, 899, 1), ==, ACCORD_PASSAGE_NONE);
}

static GtkWidget *
focus_of (FormFixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static void
test_keyboard (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordText) text = make_text (self, 5);
  AccordPassageView *view = show_text (self, text);
  GtkWidget *widget = GTK_WIDGET (view);
  g_autoptr (GVariant) down = g_variant_ref_sink (g_variant_new_int32 (1));

  ui_wait_frame (widget);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_true (focus_of (self) == BAND (view, 0)->number);
  g_assert_cmpuint (accord_passage_view_get_chosen (view), ==, 0);
  g_assert_true (accord_passage_view_arrow (widget, down, NULL));
  g_assert_true (focus_of (self) == BAND (view, 1)->number);
  g_assert_true (gtk_widget_has_css_class (BAND (view, 1)->card, "chosen"));
  g_assert_false (gtk_widget_has_css_class (BAND (view, 0)->card, "chosen"));
  g_assert_true (accord_passage_view_other_side (widget, NULL, NULL));
  g_assert_true (gtk_widget_is_ancestor (focus_of (self), BAND (view, 1)->card));
  g_assert_true (accord_passage_view_arrow (widget, down, NULL));
  g_assert_true (gtk_widget_is_ancestor (focus_of (self), BAND (view, 2)->card));
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  g_assert_true (focus_of (self) == BAND (view, 2)->number);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
}

/* What says the same stays: a person may be selecting from it. */
static void
test_stays (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordText) text = make_text (self, 3);
  g_autoptr (AccordText) same = make_text (self, 3);
  g_autoptr (AccordText) other = make_text (self, 4);
  AccordPassageView *view = show_text (self, text);
  GtkWidget *label = LINE (view, 1)->label;

  accord_passage_view_show (view, same, TODAY);
  g_assert_true (LINE (view, 1)->label == label);
  accord_passage_view_show (view, other, TODAY);
  g_assert_cmpuint (view->bands->len, ==, 5);
}

static void
test_many (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordText) text = make_text (self, 300);
  AccordPassageView *view = show_text (self, text);
  guint before = view->bands->len;

  g_assert_cmpuint (before, <, 100);
  g_assert_true (gtk_widget_get_visible (view->more));
  for (guint i = 0; i < 10 && gtk_widget_get_visible (view->more); i++)
    g_signal_emit_by_name (view->more, "clicked");
  g_assert_cmpuint (view->bands->len, ==, 301);
  g_assert_false (gtk_widget_get_visible (view->more));
}

static void
press (AccordDetailPage *page, const char *label)
{
  GtkWidget *button = form_fixture_find_button (GTK_WIDGET (page), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_dirty (AccordDetailPage *page)
{
  gboolean dirty;

  g_object_get (page, "dirty", &dirty, NULL);
  return dirty;
}

static gboolean
is_clean (gpointer data)
{
  return !is_dirty (data);
}

static gint64
add_item (FormFixture *self)
{
  g_autoptr (AccordRecord) meeting = form_fixture_new (self, "meeting", "Cabinet");
  g_autoptr (AccordRecord) item = form_fixture_new (self, "item", "Rents");
  gint64 id;

  accord_record_set_boolean (meeting, "incomplete", TRUE);
  id = form_fixture_save (self, meeting);

  accord_record_set_int (item, "meeting", id);
  accord_record_set_text (item, "minutes", "RESOLVED that rents …");
  accord_record_set_boolean (item, "incomplete", TRUE);
  form_fixture_save (self, item);
  return id;
}

/* More text is put in where the text is, and the mark goes with it. */
static void
test_paste (FormFixture *self, gconstpointer data)
{
  gint64 meeting = add_item (self);
  AccordDetailPage *page = form_fixture_open_page (self, "meeting", meeting);
  g_autoptr (AccordRecord) saved = NULL;
  GtkWidget *words;

  form_fixture_await (GTK_WIDGET (page), "RESOLVED that rents …");
  press (page, "Paste more text");
  g_assert_false (is_dirty (page));
  words = ui_find_mapped (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (words);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), "RESOLVED that rents stay", -1);
  g_assert_true (is_dirty (page));
  press (page, "Save");
  await_value (self, "item", 1, "minutes", "RESOLVED that rents stay");
  saved = form_fixture_get (self, "item", 1);
  g_assert_false (accord_record_get_boolean (saved, "incomplete"));
  form_fixture_await (GTK_WIDGET (page), "RESOLVED that rents stay");
  g_assert_true (ui_wait_until (is_clean, page));
  g_clear_object (&saved);
  saved = form_fixture_get (self, "meeting", meeting);
  g_assert_false (accord_record_get_boolean (saved, "incomplete"));
}

static GtkWidget *
find_toggle (GtkWidget *within, const char *words)
{
  if (GTK_IS_TOGGLE_BUTTON (within) && form_fixture_has_text (within, words))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_action (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "action", "Write to the partners");
  AccordDetailPage *page = form_fixture_open_page (self, "action", id);
  GtkWidget *entry;

  form_fixture_await (GTK_WIDGET (page), "Nothing has been reported yet.");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (page), "Done")), TRUE);
  await_value (self, "action", id, "state", "done");
  entry = ui_find_mapped (GTK_WIDGET (page), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  g_assert_false (is_dirty (page));
  gtk_editable_set_text (GTK_EDITABLE (entry), "sent to all");
  g_assert_true (is_dirty (page));
  press (page, "Add an update");
  await_value (self, "action", id, "updates", "sent to all");
  form_fixture_await (GTK_WIDGET (page), "sent to all");
}

static void
test_question (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "question", "Who pays?");
  AccordDetailPage *page = form_fixture_open_page (self, "question", id);
  GtkWidget *words;

  form_fixture_await (GTK_WIDGET (page), "Not answered yet");
  press (page, "Answer it");
  press (page, "Save");
  form_fixture_await (GTK_WIDGET (page), "The answer has no words yet.");
  words = ui_find_mapped (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), "The Council does.", -1);
  g_assert_true (is_dirty (page));
  press (page, "Save");
  await_value (self, "question", id, "answer", "The Council does.");
  form_fixture_await (GTK_WIDGET (page), "Answered");
  g_assert_true (ui_wait_until (is_clean, page));
}

#define LONG_LINE                                                                                            \
  "The Council had told of it at length, in the press and at the events that were held for it, and would "   \
  "hold as many again before the matter came back to the Cabinet."

static int
height_of_card (FormFixture *self, AccordRecord *question, gboolean asked)
{
  GtkWidget *card = g_object_ref_sink (accord_question_card_new (self->workspace));
  int height;

  if (asked)
    gtk_widget_get_request_mode (card);
  accord_question_card_show (ACCORD_QUESTION_CARD (card), question, TODAY);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  g_object_unref (card);
  return height;
}

/* GTK 4.8 remembers of a box that was empty when it was asked that its height is the same for any width, and
 * an answer that came after would run out of its bubble. */
static void
test_answer_fits (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "question", "Who pays?");
  g_autoptr (AccordRecord) question = form_fixture_get (self, "question", id);

  accord_record_set_text (question, "answer", LONG_LINE "\n" LONG_LINE);
  g_assert_cmpint (height_of_card (self, question, TRUE), ==, height_of_card (self, question, FALSE));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/meeting/view/no-overlap", test_no_overlap);
  form_fixture_add_test ("/meeting/view/point", test_point);
  form_fixture_add_test ("/meeting/view/keyboard", test_keyboard);
  form_fixture_add_test ("/meeting/view/stays", test_stays);
  form_fixture_add_test ("/meeting/view/many", test_many);
  form_fixture_add_test ("/meeting/page/paste", test_paste);
  form_fixture_add_test ("/meeting/page/action", test_action);
  form_fixture_add_test ("/meeting/page/question", test_question);
  form_fixture_add_test ("/meeting/page/answer-fits", test_answer_fits);
  return g_test_run ();
}
