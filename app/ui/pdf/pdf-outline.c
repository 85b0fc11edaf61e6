/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-outline.h"

#include <glib/gi18n-lib.h>

/* Of those unfolded, when a page is turned: it must not be felt. */
#define MOST_LOOKED_AT 2000

/* --- A heading, as lists have them. It lives as long as its file. */

#define ACCORD_TYPE_PDF_HEADING_ITEM (accord_pdf_heading_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordPdfHeadingItem, accord_pdf_heading_item, ACCORD, PDF_HEADING_ITEM, GObject)

struct _AccordPdfHeadingItem
{
  GObject parent_instance;

  AccordPdfFile *file;
  const AccordPdfHeading *heading;
};

G_DEFINE_FINAL_TYPE (AccordPdfHeadingItem, accord_pdf_heading_item, G_TYPE_OBJECT)

static void
accord_pdf_heading_item_finalize (GObject *object)
{
  g_object_unref (ACCORD_PDF_HEADING_ITEM (object)->file);

  G_OBJECT_CLASS (accord_pdf_heading_item_parent_class)->finalize (object);
}

static void
accord_pdf_heading_item_class_init (AccordPdfHeadingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_pdf_heading_item_finalize;
}

static void
accord_pdf_heading_item_init (AccordPdfHeadingItem *self)
{
}

static GListModel *
create_items (AccordPdfFile *file, GPtrArray *headings)
{
  GListStore *store = g_list_store_new (ACCORD_TYPE_PDF_HEADING_ITEM);

  for (guint i = 0; i < headings->len; i++)
    {
      g_autoptr (AccordPdfHeadingItem) item = g_object_new (ACCORD_TYPE_PDF_HEADING_ITEM, NULL);

      item->file = g_object_ref (file);
      item->heading = headings->pdata[i];
      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static GListModel *
create_children (gpointer object, gpointer data)
{
  AccordPdfHeadingItem *item = object;

  return item->heading->children->len > 0 ? create_items (item->file, item->heading->children) : NULL;
}

/* --- The list. */

struct _AccordPdfOutline
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *list;
  GtkSingleSelection *selection;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (AccordPdfOutline, accord_pdf_outline, GTK_TYPE_WIDGET)

enum
{
  TARGET_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AccordPdfHeadingItem *
get_item (GListModel *model, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (AccordPdfHeadingItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  /* The row holds it. */
  return item;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *expander = gtk_tree_expander_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL), *page = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (page, "tabular");
  gtk_widget_add_css_class (page, "second-line");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), page);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (row, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (row);
  g_autoptr (AccordPdfHeadingItem) item = gtk_tree_list_row_get_item (tree_row);
  GtkWidget *expander = gtk_list_item_get_child (row),
            *box = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  const AccordPdfHeading *heading = item->heading;
  const char *title =
      heading->title != NULL && *heading->title != '\0' ? heading->title : _ ("(without a title)");
  const char *said =
      heading->target.page >= 0 ? accord_pdf_file_get_page_label (item->file, heading->target.page) : NULL;
  g_autofree char *page = NULL, *told = NULL;

  if (heading->target.page >= 0)
    page = said != NULL ? g_strdup (said) : g_strdup_printf ("%'d", heading->target.page + 1);
  /* Translators: a heading and its page, for those who hear it. */
  told = page != NULL ? g_strdup_printf (_ ("%s, page %s"), title, page) : g_strdup (title);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), tree_row);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), page != NULL ? page : "");
  gtk_widget_set_tooltip_text (box, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  if (gtk_widget_get_parent (expander) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (expander)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, AccordPdfOutline *self)
{
  guint position = gtk_single_selection_get_selected (selection);
  AccordPdfHeadingItem *item =
      position != GTK_INVALID_LIST_POSITION ? get_item (G_LIST_MODEL (selection), position) : NULL;

  if (item != NULL && !self->following)
    g_signal_emit (self, signals[TARGET_CHOSEN], 0, &item->heading->target);
}

/* What is chosen already can be gone to again. */
static void
on_activate (GtkListView *list, guint position, AccordPdfOutline *self)
{
  AccordPdfHeadingItem *item = get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[TARGET_CHOSEN], 0, &item->heading->target);
}

/* Tab would stop at each heading: it leaves the list instead. */
static gboolean
leave (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", GPOINTER_TO_INT (data));
  return TRUE;
}

static void
add_tab (AccordPdfOutline *self, const char *keys, GtkDirectionType direction)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutAction *action = gtk_callback_action_new (leave, GINT_TO_POINTER (direction), NULL);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), action));
  gtk_widget_add_controller (self->scrolled, controller);
}

static void
accord_pdf_outline_dispose (GObject *object)
{
  AccordPdfOutline *self = ACCORD_PDF_OUTLINE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  self->selection = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_pdf_outline_parent_class)->dispose (object);
}

static void
accord_pdf_outline_class_init (AccordPdfOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pdf_outline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pdfoutline");

  signals[TARGET_CHOSEN] = g_signal_new ("target-chosen", ACCORD_TYPE_PDF_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
accord_pdf_outline_init (AccordPdfOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline"),
                                  -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activate), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  add_tab (self, "Tab|KP_Tab", GTK_DIR_TAB_FORWARD);
  add_tab (self, "<Shift>Tab|<Shift>KP_Tab", GTK_DIR_TAB_BACKWARD);
}

/**
 * accord_pdf_outline_new:
 *
 * Returns: (transfer floating): a list of no headings yet
 */
GtkWidget *
accord_pdf_outline_new (void)
{
  return g_object_new (ACCORD_TYPE_PDF_OUTLINE, NULL);
}

/**
 * accord_pdf_outline_set_file:
 * @self: an outline
 * @file: (nullable): a PDF
 *
 * Shows the headings of a PDF.
 */
void
accord_pdf_outline_set_file (AccordPdfOutline *self, AccordPdfFile *file)
{
  GtkTreeListModel *tree = NULL;

  g_return_if_fail (ACCORD_IS_PDF_OUTLINE (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  self->selection = NULL;
  if (file != NULL)
    {
      GPtrArray *headings = accord_pdf_file_get_outline (file);

      tree =
          gtk_tree_list_model_new (create_items (file, headings), FALSE, FALSE, create_children, NULL, NULL);
      self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_can_unselect (self->selection, TRUE);
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      g_signal_connect (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
    }
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  /* The list holds it. */
  if (self->selection != NULL)
    g_object_unref (self->selection);
}

/**
 * accord_pdf_outline_set_page:
 * @self: an outline
 * @page: the page that is read, from 0
 *
 * Marks the heading that the page is under, among those that are unfolded.
 */
void
accord_pdf_outline_set_page (AccordPdfOutline *self, guint page)
{
  guint found = GTK_INVALID_LIST_POSITION, selected;
  AccordPdfHeadingItem *chosen;

  g_return_if_fail (ACCORD_IS_PDF_OUTLINE (self));

  if (self->selection == NULL)
    return;
  selected = gtk_single_selection_get_selected (self->selection);
  chosen = selected != GTK_INVALID_LIST_POSITION ? get_item (G_LIST_MODEL (self->selection), selected) : NULL;
  /* Of several headings on one page, the one that was chosen stays. */
  if (chosen != NULL && chosen->heading->target.page == (int) page)
    return;
  for (guint i = 0; i < MIN (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), MOST_LOOKED_AT); i++)
    {
      AccordPdfHeadingItem *item = get_item (G_LIST_MODEL (self->selection), i);

      if (item->heading->target.page > (int) page)
        break;
      if (item->heading->target.page >= 0)
        found = i;
    }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->following = FALSE;
}
