/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/question-card.h"

#include "date.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "meeting/record-write.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* A question and its answer as two people speak. */
struct _AccordQuestionCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *pill;
  GtkWidget *asked;
  GtkWidget *question_words;
  GtkWidget *answer;
  GtkWidget *answered;
  GtkWidget *lines;
  GtkWidget *give;
  GtkWidget *editor;
  GtkWidget *words;
  GtkWidget *who;
  GtkWidget *failure;

  AccordWorkspace *workspace;
  AccordRecord *question;
  char *today;
  char *shown;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordQuestionCard, accord_question_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_dirty (AccordQuestionCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  gboolean dirty = gtk_widget_get_visible (self->editor)
                   && (gtk_text_buffer_get_char_count (buffer) > 0
                       || *gtk_editable_get_text (GTK_EDITABLE (self->who)) != '\0');

  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

/* What is typed into must have lost the focus before it goes; the page may have gone already. */
static void
release_focus (AccordQuestionCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->editor))
    return;
  if (!gtk_widget_get_visible (self->give) || !gtk_widget_grab_focus (self->give))
    gtk_root_set_focus (root, NULL);
}

static void
show_editor (AccordQuestionCard *self, gboolean editing)
{
  gboolean answered = accord_record_get_text (self->question, "answer") != NULL;
  gboolean read_only = accord_workspace_get_read_only (self->workspace);

  gtk_widget_set_visible (self->give, !editing && !answered && !read_only);
  if (!editing)
    release_focus (self);
  gtk_widget_set_visible (self->editor, editing);
  gtk_widget_set_visible (self->answer, answered && !editing);
  update_dirty (self);
}

static void
on_give (AccordQuestionCard *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), "", -1);
  gtk_editable_set_text (GTK_EDITABLE (self->who), "");
  gtk_widget_hide (self->failure);
  show_editor (self, TRUE);
  gtk_widget_grab_focus (self->words);
}

static void
on_cancel (AccordQuestionCard *self)
{
  show_editor (self, FALSE);
}

static void
on_written (const char *failure, gpointer data)
{
  AccordQuestionCard *self = data;

  if (self->card == NULL)
    return;
  gtk_widget_set_visible (self->failure, failure != NULL);
  gtk_label_set_label (GTK_LABEL (self->failure), failure != NULL ? failure : "");
  if (failure == NULL)
    show_editor (self, FALSE);
}

static void
on_save (AccordQuestionCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  const char *who = gtk_editable_get_text (GTK_EDITABLE (self->who));
  g_autofree char *answer = NULL;
  GtkTextIter start, end;
  AccordFieldValue values[4] = { 0 };

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  answer = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (*answer == '\0')
    {
      on_written (_ ("The answer has no words yet."), self);
      return;
    }
  values[0] = (AccordFieldValue){ "answer", answer };
  values[1] = (AccordFieldValue){ "answered-by", *who != '\0' ? who : NULL };
  values[2] = (AccordFieldValue){ "answered-on", self->today };
  accord_record_write (self->workspace, self->question, _ ("Answer a question"), values, on_written,
                       g_object_ref (self), g_object_unref);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordQuestionCard *self = ACCORD_QUESTION_CARD (widget);
  gboolean editing = gtk_widget_get_visible (self->editor);

  if (editing)
    show_editor (self, FALSE);
  return editing;
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordQuestionCard *self = ACCORD_QUESTION_CARD (widget);
  gboolean editing = gtk_widget_get_visible (self->editor);

  if (editing)
    on_save (self);
  return editing;
}

static void
accord_question_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_QUESTION_CARD (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_question_card_dispose (GObject *object)
{
  AccordQuestionCard *self = ACCORD_QUESTION_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->question);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_question_card_parent_class)->dispose (object);
}

static void
accord_question_card_class_init (AccordQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = accord_question_card_get_property;
  G_OBJECT_CLASS (klass)->dispose = accord_question_card_dispose;

  /**
   * AccordQuestionCard:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_question_card_init (AccordQuestionCard *self)
{
}

static GtkWidget *
make_turn (GtkWidget **who, const char *style_class)
{
  GtkWidget *turn = accord_words_new (3);

  *who = accord_page_label (NULL, "caption-line");
  gtk_widget_add_css_class (turn, "turn");
  gtk_widget_add_css_class (turn, style_class);
  accord_words_append (turn, *who);
  return turn;
}

static GtkWidget *
make_buttons (AccordQuestionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *keep = accord_page_button (_ ("_Save"));

  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), keep);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_editor (AccordQuestionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->words), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answer"),
                                  -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), "changed",
                           G_CALLBACK (update_dirty), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->words);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 90);
  gtk_widget_add_css_class (scrolled, "words");
  self->who = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _ ("Who answers"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->who), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who answers"), -1);
  g_signal_connect_object (self->who, "changed", G_CALLBACK (update_dirty), self, G_CONNECT_SWAPPED);
  self->failure = accord_page_label (NULL, "field-error");
  gtk_widget_hide (self->failure);
  gtk_widget_add_css_class (box, "text-editor");
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->who);
  gtk_box_append (GTK_BOX (box), self->failure);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  return box;
}

/**
 * accord_question_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a question
 */
GtkWidget *
accord_question_card_new (AccordWorkspace *workspace)
{
  AccordQuestionCard *self = g_object_new (ACCORD_TYPE_QUESTION_CARD, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head, *asking;

  self->workspace = g_object_ref (workspace);
  self->card = accord_page_card (&head, _ ("Question and answer"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->pill = accord_status_pill_new ();
  gtk_box_append (GTK_BOX (head), self->pill);
  gtk_widget_add_css_class (body, "card-body");
  asking = make_turn (&self->asked, "asked");
  self->question_words = accord_page_label (NULL, NULL);
  accord_words_append (asking, self->question_words);
  self->answer = make_turn (&self->answered, "answered");
  self->lines = accord_words_new (6);
  accord_words_append (self->answer, self->lines);
  self->give = accord_page_button (_ ("_Answer it"));
  gtk_widget_set_halign (self->give, GTK_ALIGN_START);
  g_signal_connect_object (self->give, "clicked", G_CALLBACK (on_give), self, G_CONNECT_SWAPPED);
  self->editor = make_editor (self);
  gtk_widget_hide (self->editor);
  gtk_box_append (GTK_BOX (body), asking);
  gtk_box_append (GTK_BOX (body), self->answer);
  gtk_box_append (GTK_BOX (body), self->give);
  gtk_box_append (GTK_BOX (body), self->editor);
  gtk_box_append (GTK_BOX (self->card), body);
  return GTK_WIDGET (self);
}

static void
show_who (GtkWidget *label, const char *who, const char *date, const char *nobody)
{
  g_autofree char *day = date != NULL ? accord_date_format (date) : NULL;
  g_autofree char *line = day != NULL ? g_strdup_printf ("%s · %s", who != NULL ? who : nobody, day)
                                      : g_strdup (who != NULL ? who : nobody);

  gtk_label_set_label (GTK_LABEL (label), line);
}

static void
show_answer (AccordQuestionCard *self)
{
  const char *answer = accord_record_get_text (self->question, "answer");
  g_auto (GStrv) lines = g_strsplit (answer != NULL ? answer : "", "\n", -1);
  GtkWidget *old;

  if (self->shown != NULL && g_strcmp0 (self->shown, answer != NULL ? answer : "") == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (answer != NULL ? answer : "");
  while ((old = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_widget_unparent (old);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      accord_words_append (self->lines, accord_page_prose (*line));
}

static void
show_pill (AccordQuestionCard *self, gboolean answered)
{
  static const AccordStatus open = { "accord-status-open-symbolic", "open" };
  static const AccordStatus done = { "accord-status-answered-symbolic", "answered" };

  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), answered ? &done : &open,
                           answered ? _ ("Answered") : _ ("Not answered yet"));
}

/**
 * accord_question_card_show:
 * @self: a card
 * @question: a question
 * @today: today as an ISO date
 *
 * Shows a question with its answer. An answer that is being typed to the same question stays.
 */
void
accord_question_card_show (AccordQuestionCard *self, AccordRecord *question, const char *today)
{
  gboolean same;

  g_return_if_fail (ACCORD_IS_QUESTION_CARD (self));

  same = self->question != NULL && accord_record_get_id (self->question) == accord_record_get_id (question);
  g_set_object (&self->question, question);
  g_free (self->today);
  self->today = g_strdup (today);
  gtk_label_set_label (GTK_LABEL (self->question_words), accord_record_get_text (question, "text"));
  show_who (self->asked, accord_record_get_text (question, "asked-by"),
            accord_record_get_text (question, "asked-on"), _ ("Who asked is not known"));
  show_who (self->answered, accord_record_get_text (question, "answered-by"),
            accord_record_get_text (question, "answered-on"), _ ("Who answered is not known"));
  show_answer (self);
  show_pill (self, accord_record_get_text (question, "answer") != NULL);
  if (!same || !gtk_widget_get_visible (self->editor))
    show_editor (self, FALSE);
}
