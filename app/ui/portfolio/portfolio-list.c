/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-list.h"

#include "form/page-parts.h"
#include "fund/choice-bar.h"
#include "go.h"
#include "portfolio/portfolio-row.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 620

/* All business cases, ranked. */
struct _AccordPortfolioList
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *order;
  GtkWidget *headings;
  GtkWidget *view;
  GListStore *items;
  GtkSingleSelection *selection;
  GPtrArray *cases;
};

G_DEFINE_FINAL_TYPE (AccordPortfolioList, accord_portfolio_list, GTK_TYPE_WIDGET)

enum
{
  PLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Rows. */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  gtk_list_item_set_child (row, accord_portfolio_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  AccordPortfolioItem *item = gtk_list_item_get_item (row);
  const AccordPortfolioCase *one = accord_portfolio_item_get_case (item);
  guint position = gtk_list_item_get_position (row);

  accord_portfolio_row_show (ACCORD_PORTFOLIO_ROW (gtk_list_item_get_child (row)), item,
                             one->standing == ACCORD_PORTFOLIO_READY ? position + 1 : 0);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  accord_portfolio_row_show (ACCORD_PORTFOLIO_ROW (gtk_list_item_get_child (row)), NULL, 0);
}

static void
on_activate (GtkListView *view, guint position, AccordPortfolioList *self)
{
  g_autoptr (AccordPortfolioItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  accord_go_to_record (GTK_WIDGET (self), "case", accord_portfolio_item_get_id (item));
}

/* --- What is asked of the case that the keyboard is at. */

static gboolean
on_place_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordPortfolioList *self = data;
  AccordPortfolioItem *item = gtk_single_selection_get_selected_item (self->selection);
  AccordPortfolioPlace wanted = (AccordPortfolioPlace) g_variant_get_int32 (args);
  AccordPortfolioPlace now = item != NULL ? accord_portfolio_item_get_place (item) : ACCORD_PORTFOLIO_OPEN;

  if (item == NULL)
    return FALSE;
  g_signal_emit (self, signals[PLACED], 0, accord_portfolio_item_get_id (item),
                 now == wanted ? ACCORD_PORTFOLIO_OPEN : wanted);
  return TRUE;
}

static void
on_must (AccordPortfolioList *self)
{
  on_place_key (GTK_WIDGET (self), g_variant_ref_sink (g_variant_new_int32 (ACCORD_PORTFOLIO_MUST)), self);
}

static void
on_leave_out (AccordPortfolioList *self)
{
  on_place_key (GTK_WIDGET (self), g_variant_ref_sink (g_variant_new_int32 (ACCORD_PORTFOLIO_LEFT_OUT)),
                self);
}

/* Tab would stop at each of two thousand cases: it leaves the list instead. */
static gboolean
on_leave (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", g_variant_get_int32 (args));
  return TRUE;
}

static void
add_key (GtkEventController *keys, const char *trigger, GtkShortcutFunc func, int argument, gpointer data)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (func, data, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_keys (AccordPortfolioList *self, GtkWidget *scrolled)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "Tab|KP_Tab", on_leave, GTK_DIR_TAB_FORWARD, NULL);
  add_key (keys, "<Shift>Tab|<Shift>KP_Tab|<Shift>ISO_Left_Tab", on_leave, GTK_DIR_TAB_BACKWARD, NULL);
  add_key (keys, "m", on_place_key, ACCORD_PORTFOLIO_MUST, self);
  add_key (keys, "l", on_place_key, ACCORD_PORTFOLIO_LEFT_OUT, self);
  gtk_widget_add_controller (scrolled, keys);
}

/* --- Ranking. */

/* The items in the order that is chosen; the case that is selected stays so. */
static void
rank (AccordPortfolioList *self)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  AccordPortfolioOrder order =
      (AccordPortfolioOrder) accord_choice_bar_get_chosen (ACCORD_CHOICE_BAR (self->order));
  AccordPortfolioItem *selected = gtk_single_selection_get_selected_item (self->selection);
  gint64 id = selected != NULL ? accord_portfolio_item_get_id (selected) : ACCORD_UNKNOWN;

  for (guint i = 0; i < self->cases->len; i++)
    {
      g_ptr_array_add (ranked, self->cases->pdata[i]);
      g_hash_table_insert (index, self->cases->pdata[i], GUINT_TO_POINTER (i));
    }
  accord_portfolio_cases_rank (ranked, order);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (items, accord_portfolio_item_new (self->cases, GPOINTER_TO_UINT (g_hash_table_lookup (
                                                                        index, ranked->pdata[i]))));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  for (guint i = 0; i < items->len; i++)
    if (accord_portfolio_item_get_id (items->pdata[i]) == id)
      gtk_single_selection_set_selected (self->selection, i);
}

static AccordPortfolioPlace
place_of (const AccordPortfolioChoice *choice, AccordPortfolioItem *item)
{
  gint64 id = accord_portfolio_item_get_id (item);

  if (accord_portfolio_question_requires (choice->question, id))
    return ACCORD_PORTFOLIO_MUST;
  if (accord_portfolio_question_excludes (choice->question, id))
    return ACCORD_PORTFOLIO_LEFT_OUT;
  if (choice->chosen == NULL || accord_portfolio_item_get_case (item)->standing != ACCORD_PORTFOLIO_READY)
    return ACCORD_PORTFOLIO_OPEN;
  return choice->chosen[accord_portfolio_item_get_index (item)] ? ACCORD_PORTFOLIO_IN
                                                                : ACCORD_PORTFOLIO_NOT_IN;
}

static void
on_order (AccordPortfolioList *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GListModel *items = G_LIST_MODEL (self->items);

  if (self->cases == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AccordPortfolioItem) item = g_list_model_get_item (items, i);

      g_hash_table_insert (places, GUINT_TO_POINTER (accord_portfolio_item_get_index (item) + 1),
                           GUINT_TO_POINTER (accord_portfolio_item_get_place (item)));
    }
  rank (self);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AccordPortfolioItem) item = g_list_model_get_item (items, i);
      gpointer at =
          g_hash_table_lookup (places, GUINT_TO_POINTER (accord_portfolio_item_get_index (item) + 1));

      accord_portfolio_item_set_place (item, (AccordPortfolioPlace) GPOINTER_TO_UINT (at));
    }
}

static void
accord_portfolio_list_dispose (GObject *object)
{
  AccordPortfolioList *self = ACCORD_PORTFOLIO_LIST (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->cases, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_portfolio_list_parent_class)->dispose (object);
}

static void
accord_portfolio_list_class_init (AccordPortfolioListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_portfolio_list_dispose;

  /**
   * AccordPortfolioList::placed:
   * @business_case: a business case
   * @place: an #AccordPortfolioPlace
   *
   * A person says where it is to stand.
   */
  signals[PLACED] = g_signal_new ("placed", ACCORD_TYPE_PORTFOLIO_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_view (AccordPortfolioList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  self->items = g_list_store_new (ACCORD_TYPE_PORTFOLIO_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->view, "portfolio-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Business cases, ranked"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Return opens a case; M says that it must be in, L that it is left out"),
                                  -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  add_keys (self, scrolled);
  return scrolled;
}

static GtkWidget *
make_buttons (AccordPortfolioList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *must = accord_page_button (_ ("_Must be in"));
  GtkWidget *out = accord_page_button (_ ("_Leave out"));

  gtk_widget_set_tooltip_text (must, _ ("Whether the selected case must be in (M)"));
  gtk_widget_set_tooltip_text (out, _ ("Whether the selected case is left out (L)"));
  g_signal_connect_object (must, "clicked", G_CALLBACK (on_must), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (out, "clicked", G_CALLBACK (on_leave_out), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "portfolio-foot");
  gtk_box_append (GTK_BOX (box), must);
  gtk_box_append (GTK_BOX (box), out);
  return box;
}

static void
accord_portfolio_list_init (AccordPortfolioList *self)
{
  const char *const orders[] = { _ ("BCR"), _ ("NPSV a pound"), _ ("NPSV"), NULL };
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Business cases, ranked"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->order = accord_choice_bar_new (_ ("Ranked by"), orders);
  g_signal_connect_object (self->order, "chosen", G_CALLBACK (on_order), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->order);
  self->headings = accord_portfolio_row_new ();
  accord_portfolio_row_show_headings (ACCORD_PORTFOLIO_ROW (self->headings));
  gtk_box_append (GTK_BOX (self->card), self->headings);
  gtk_box_append (GTK_BOX (self->card), make_view (self));
  gtk_box_append (GTK_BOX (self->card), make_buttons (self));
}

/**
 * accord_portfolio_list_new:
 *
 * Returns: (transfer floating): a list without cases
 */
GtkWidget *
accord_portfolio_list_new (void)
{
  return g_object_new (ACCORD_TYPE_PORTFOLIO_LIST, NULL);
}

/**
 * accord_portfolio_list_show:
 * @self: a list
 * @choice: cases, and the best set once it is found
 *
 * Shows the cases. For the same cases as before only where they stand is changed.
 */
void
accord_portfolio_list_show (AccordPortfolioList *self, const AccordPortfolioChoice *choice)
{
  GListModel *items = G_LIST_MODEL (self->items);

  g_return_if_fail (ACCORD_IS_PORTFOLIO_LIST (self));

  if (choice->cases != self->cases)
    {
      g_clear_pointer (&self->cases, g_ptr_array_unref);
      self->cases = g_ptr_array_ref (choice->cases);
      rank (self);
    }
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AccordPortfolioItem) item = g_list_model_get_item (items, i);

      accord_portfolio_item_set_place (item, place_of (choice, item));
    }
}
