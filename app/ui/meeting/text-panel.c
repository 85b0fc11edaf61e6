/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/text-panel.h"

#include "form/page-parts.h"
#include "go.h"
#include "meeting-whole.h"
#include "meeting/passage-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EDITOR_HEIGHT 320

/* A text and its records under a heading, and the place where more of the text is put in. */
struct _AccordTextPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *open;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *editor;
  GtkWidget *words;
  GtkWidget *whole;
  GtkWidget *failure;
  GtkWidget *source;

  AccordWorkspace *workspace;
  AccordRecord *owner;
  AccordText *text;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (AccordTextPanel, accord_text_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  const AccordKind *kind;
  gint64 id;
  char *words;
  gboolean whole;
} Pasted;

static void
pasted_free (gpointer data)
{
  Pasted *self = data;

  g_free (self->words);
  g_free (self);
}

static const char *
text_field (const AccordKind *kind)
{
  return g_str_equal (kind->name, "item") ? "minutes" : "text";
}

static gboolean
write_text (AccordWriter *writer, gpointer data, GError **error)
{
  const Pasted *pasted = data;
  g_autoptr (AccordRecord) record =
      accord_reader_get (accord_writer_get_reader (writer), pasted->kind, pasted->id, error);

  if (record == NULL)
    return FALSE;
  accord_record_set_text (record, text_field (pasted->kind), pasted->words);
  if (pasted->whole && g_str_equal (pasted->kind->name, "item"))
    return accord_item_write_whole (writer, record, error);
  return accord_writer_update (writer, record, error);
}

static gboolean
is_editing (AccordTextPanel *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "edit") == 0;
}

static void
set_dirty (AccordTextPanel *self, gboolean dirty)
{
  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
on_typed (GtkTextBuffer *buffer, AccordTextPanel *self)
{
  set_dirty (self, is_editing (self) && gtk_text_buffer_get_modified (buffer));
}

static void
show_state (AccordTextPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_text = self->text != NULL && (*self->text->text != '\0' || self->text->n_records > 0);

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->editor))
    gtk_root_set_focus (root, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), has_text ? self->view : self->empty);
  if (focus != NULL && has_text && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
  set_dirty (self, FALSE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordTextPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->box == NULL)
    return;
  gtk_widget_set_visible (self->failure, change == NULL);
  if (change == NULL)
    gtk_label_set_label (GTK_LABEL (self->failure), error->message);
  else
    show_state (self);
}

static void
save (AccordTextPanel *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  g_autofree char *title = accord_record_dup_title (self->owner);
  g_autofree char *label = NULL;
  GtkTextIter start, end;
  Pasted *pasted = g_new0 (Pasted, 1);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  pasted->kind = accord_record_get_kind (self->owner);
  pasted->id = accord_record_get_id (self->owner);
  pasted->words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  pasted->whole = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->whole));
  /* Translators: %s is what an agenda item or a document is called. */
  label = g_strdup_printf (_ ("Paste more text of %s"), title);
  accord_workspace_write_async (self->workspace, label, write_text, pasted, pasted_free, NULL, on_saved,
                                g_object_ref (self));
}

static void
on_paste (AccordTextPanel *self)
{
  const char *words;

  if (self->owner == NULL)
    return;
  words = accord_record_get_text (self->owner, text_field (accord_record_get_kind (self->owner)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)),
                            words != NULL ? words : "", -1);
  gtk_text_buffer_set_modified (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->whole), TRUE);
  gtk_widget_hide (self->failure);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "edit");
  gtk_widget_grab_focus (self->words);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordTextPanel *self = ACCORD_TEXT_PANEL (widget);
  gboolean editing = is_editing (self);

  if (editing)
    show_state (self);
  return editing;
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordTextPanel *self = ACCORD_TEXT_PANEL (widget);
  gboolean editing = is_editing (self);

  if (editing)
    save (self);
  return editing;
}

static void
on_open (AccordTextPanel *self)
{
  accord_go_to_record (GTK_WIDGET (self), self->text->kind, self->text->id);
}

static void
on_source (AccordTextPanel *self)
{
  accord_go_to_record (GTK_WIDGET (self), "source", self->text->source);
}

static void
accord_text_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_TEXT_PANEL (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_text_panel_dispose (GObject *object)
{
  AccordTextPanel *self = ACCORD_TEXT_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, accord_text_unref);
  g_clear_object (&self->owner);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_text_panel_parent_class)->dispose (object);
}

static void
accord_text_panel_class_init (AccordTextPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = accord_text_panel_get_property;
  G_OBJECT_CLASS (klass)->dispose = accord_text_panel_dispose;

  /**
   * AccordTextPanel:dirty:
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

static GtkWidget *
make_buttons (AccordTextPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *keep = accord_page_button (_ ("_Save"));

  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), keep);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_editor (AccordTextPanel *self)
{
  const char *whole = _ ("This is all of it: nothing is cut short any more");
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("The words as they were published"));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->words), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The words as they were published"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), "changed",
                           G_CALLBACK (on_typed), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->words);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), EDITOR_HEIGHT);
  gtk_widget_add_css_class (scrolled, "words");
  self->whole = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->whole), accord_page_label (whole, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->whole), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  self->failure = accord_page_label (NULL, "field-error");
  gtk_widget_hide (self->failure);
  gtk_widget_add_css_class (body, "card-body");
  gtk_widget_add_css_class (body, "text-editor");
  gtk_box_append (GTK_BOX (body), scrolled);
  gtk_box_append (GTK_BOX (body), self->whole);
  gtk_box_append (GTK_BOX (body), self->failure);
  gtk_box_append (GTK_BOX (body), make_buttons (self));
  gtk_box_append (GTK_BOX (card), body);
  return card;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("No text is kept"));
  GtkWidget *words = accord_page_label (_ ("Neither minutes nor a proposal are kept here, and no record "
                                           "rests on them. Add them under “In words”."),
                                        "second-line");

  gtk_widget_add_css_class (words, "card-body");
  gtk_box_append (GTK_BOX (card), words);
  return card;
}

static GtkWidget *
make_link_button (AccordTextPanel *self, GCallback callback)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);

  gtk_button_set_child (GTK_BUTTON (button), accord_page_label (NULL, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "record-link");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
accord_text_panel_init (AccordTextPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                              "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "section-title");
  self->open = make_link_button (self, G_CALLBACK (on_open));
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->head), self->title);
  gtk_box_append (GTK_BOX (self->head), self->open);
  gtk_box_append (GTK_BOX (self->box), self->head);

  self->view = accord_passage_view_new ();
  self->empty = make_empty ();
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), self->view, "read");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  self->editor = make_editor (self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->editor, "edit");
  g_signal_connect_object (self->view, "paste", G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  self->source = make_link_button (self, G_CALLBACK (on_source));
  gtk_widget_set_halign (self->source, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->source);
}

/**
 * accord_text_panel_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a panel without a text
 */
GtkWidget *
accord_text_panel_new (AccordWorkspace *workspace)
{
  AccordTextPanel *self = g_object_new (ACCORD_TYPE_TEXT_PANEL, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
name_link (GtkWidget *button, const char *words)
{
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static gboolean
is_owner (AccordTextPanel *self, const char *kind, gint64 id)
{
  return self->owner != NULL && g_str_equal (accord_record_get_kind (self->owner)->name, kind)
         && accord_record_get_id (self->owner) == id;
}

static void
show_links (AccordTextPanel *self, const char *title)
{
  gboolean known = self->text->source != ACCORD_UNKNOWN && self->text->source_title != NULL;

  gtk_widget_set_visible (self->head, title != NULL);
  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : "");
  name_link (self->open, _ ("Open the item"));
  gtk_widget_set_visible (self->open, g_strcmp0 (self->text->kind, "item") == 0);
  gtk_widget_set_visible (self->source, known && g_strcmp0 (self->text->kind, "source") != 0);
  if (known)
    {
      g_autofree char *words = g_strdup_printf (_ ("From “%s”"), self->text->source_title);

      name_link (self->source, words);
      gtk_widget_set_tooltip_text (self->source, self->text->source_note);
    }
}

/**
 * accord_text_panel_show:
 * @self: a panel
 * @text: a text and the records made of it
 * @title: (nullable): the heading above it
 * @owner: (nullable): the agenda item or the document that has the text, for more of it to be put in
 * @today: today as an ISO date
 *
 * Shows a text. An edit of the text of the same owner stays.
 */
void
accord_text_panel_show (AccordTextPanel *self, AccordText *text, const char *title, AccordRecord *owner,
                        const char *today)
{
  gboolean same;

  g_return_if_fail (ACCORD_IS_TEXT_PANEL (self));
  g_return_if_fail (text != NULL);

  same = owner != NULL && is_owner (self, accord_record_get_kind (owner)->name, accord_record_get_id (owner));
  accord_text_ref (text);
  g_clear_pointer (&self->text, accord_text_unref);
  self->text = text;
  g_set_object (&self->owner, owner);
  accord_passage_view_show (ACCORD_PASSAGE_VIEW (self->view), text, today);
  accord_passage_view_set_can_paste (ACCORD_PASSAGE_VIEW (self->view),
                                     owner != NULL && !accord_workspace_get_read_only (self->workspace));
  show_links (self, title);
  if (!same || !is_editing (self))
    show_state (self);
}

/**
 * accord_text_panel_choose_record:
 * @self: a panel that shows a text
 * @record: a record
 *
 * Marks the passage of a record.
 */
void
accord_text_panel_choose_record (AccordTextPanel *self, AccordRecord *record)
{
  for (guint i = 0; i < self->text->parts->len; i++)
    {
      const AccordTextPart *part = self->text->parts->pdata[i];

      for (guint k = 0; k < part->records->len; k++)
        if (accord_record_get_kind (part->records->pdata[k]) == accord_record_get_kind (record)
            && accord_record_get_id (part->records->pdata[k]) == accord_record_get_id (record))
          accord_passage_view_choose (ACCORD_PASSAGE_VIEW (self->view), i);
    }
}

gboolean
accord_text_panel_get_dirty (AccordTextPanel *self)
{
  g_return_val_if_fail (ACCORD_IS_TEXT_PANEL (self), FALSE);

  return self->dirty;
}
