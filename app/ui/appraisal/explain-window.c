/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/explain-window.h"

#include "cba-words.h"
#include "form/page-parts.h"
#include "fund/choice-bar.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 640
#define MOST_SENTENCES 400

/* Why a figure is what it is: in sentences, and as a tree down to the numbers that somebody typed. */
struct _AccordExplainWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  AccordTraceItem *item;
};

G_DEFINE_FINAL_TYPE (AccordExplainWindow, accord_explain_window, ADW_TYPE_WINDOW)

enum
{
  OPEN_LINE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- The tree. */

static GListModel *
create_children (gpointer item, gpointer data)
{
  return accord_trace_item_new_children (item);
}

static GtkWidget *
add_words (GtkWidget *box, gboolean expand, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), expand ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, expand);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *expander = gtk_tree_expander_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  add_words (box, TRUE, NULL);
  add_words (box, FALSE, "tabular");
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (row, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (row);
  g_autoptr (AccordTraceItem) item = gtk_tree_list_row_get_item (tree_row);
  AccordTrace *trace = accord_trace_item_get_trace (item);
  GtkWidget *expander = gtk_list_item_get_child (row);
  GtkWidget *box = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  GtkWidget *name = gtk_widget_get_first_child (box), *value = gtk_widget_get_last_child (box);
  g_autofree char *label = accord_trace_dup_label (trace, accord_trace_item_get_cba (item));
  g_autofree char *shown = accord_trace_dup_value (trace, accord_trace_item_get_cba (item));
  g_autofree char *said = accord_trace_dup_sentence (trace, accord_trace_item_get_cba (item));
  g_autofree char *told = g_strdup_printf ("%s: %s", label, shown);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), tree_row);
  gtk_label_set_label (GTK_LABEL (name), label);
  gtk_label_set_label (GTK_LABEL (value), shown);
  gtk_widget_set_tooltip_text (box, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
}

/* A typed number is opened where it is typed; what was made of others shows them. */
static void
on_activate (GtkListView *view, guint position, AccordExplainWindow *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (AccordTraceItem) item = gtk_tree_list_row_get_item (row);

  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    g_signal_emit (self, signals[OPEN_LINE], 0, accord_trace_item_get_trace (item));
}

static GtkWidget *
make_tree (AccordExplainWindow *self)
{
  GListStore *roots = g_list_store_new (ACCORD_TYPE_TRACE_ITEM);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkTreeListModel *tree;
  GtkWidget *view;
  g_autoptr (GtkTreeListRow) first = NULL;

  g_list_store_append (roots, self->item);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (roots), FALSE, FALSE, create_children, NULL, NULL);
  first = gtk_tree_list_model_get_row (tree, 0);
  gtk_tree_list_row_set_expanded (first, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (tree))), factory);
  gtk_widget_add_css_class (view, "trace-tree");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the figure is made from"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate), self, 0);
  return view;
}

/* --- The sentences. */

static GtkWidget *
make_sentences (AccordExplainWindow *self)
{
  g_autoptr (GPtrArray) sentences = accord_trace_item_list_sentences (self->item, MOST_SENTENCES);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How the figure is made"), -1);
  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  accord_page_label (sentences->pdata[i], "trace-line"));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  if (sentences->len == MOST_SENTENCES)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         accord_page_label (_ ("There is more; the tree has all of it."), "trace-line"));
  return list;
}

/* --- The window. */

static void
accord_explain_window_dispose (GObject *object)
{
  g_clear_object (&ACCORD_EXPLAIN_WINDOW (object)->item);

  G_OBJECT_CLASS (accord_explain_window_parent_class)->dispose (object);
}

static gboolean
close_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
accord_explain_window_class_init (AccordExplainWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_explain_window_dispose;

  /**
   * AccordExplainWindow::open-line:
   * @trace: an #AccordTrace of a typed number
   *
   * A person wants to see where a number is typed.
   */
  signals[OPEN_LINE] = g_signal_new ("open-line", ACCORD_TYPE_EXPLAIN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, close_cb, NULL);
}

static void
accord_explain_window_init (AccordExplainWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Why this figure"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
on_chosen (AccordChoiceBar *bar, AccordExplainWindow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    accord_choice_bar_get_chosen (bar) == 0 ? "sentences" : "tree");
}

static GtkWidget *
make_head (AccordExplainWindow *self)
{
  const AccordTrace *trace = accord_trace_item_get_trace (self->item);
  const AccordCba *cba = accord_trace_item_get_cba (self->item);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *label = accord_trace_dup_label (trace, cba), *value = accord_trace_dup_value (trace, cba);

  gtk_box_append (GTK_BOX (head), accord_page_label (label, "caption-line"));
  gtk_box_append (GTK_BOX (head), accord_page_label (value, "key-figure"));
  return head;
}

/**
 * accord_explain_window_new:
 * @item: (transfer full): the first row of a trace
 *
 * Returns: (transfer floating): a window that says why the figure is what it is
 */
GtkWidget *
accord_explain_window_new (AccordTraceItem *item)
{
  AccordExplainWindow *self = g_object_new (ACCORD_TYPE_EXPLAIN_WINDOW, NULL);
  const char *const ways[] = { _ ("In sentences"), _ ("As a tree"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *bar = accord_choice_bar_new (_ ("How it is told"), ways);

  self->item = item;
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_scrolled (make_sentences (self)), "sentences");
  gtk_stack_add_named (GTK_STACK (self->stack), make_scrolled (make_tree (self)), "tree");
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  g_signal_connect_object (bar, "chosen", G_CALLBACK (on_chosen), self, 0);
  gtk_widget_add_css_class (column, "page-column");
  gtk_box_append (GTK_BOX (column), make_head (self));
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), self->stack);
  gtk_widget_add_css_class (column, "page");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), column);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}
