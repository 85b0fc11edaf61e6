/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "list/columns.h"
#include "list/filter-bar.h"
#include "list/filter-editor.h"
#include "list/list-view.h"
#include "list/selection.h"
#include "list/skeleton.h"
#include "total.h"

G_BEGIN_DECLS

struct _AccordListView
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  AccordQuery *base;
  AccordQuery *query;
  const AccordKind *kind;
  AccordRecordList *list;
  AccordSelection *selection;
  AccordColumns *columns;
  char *plural;
  char *add_label;

  GSimpleActionGroup *order_actions;
  GSimpleActionGroup *column_actions;
  GMenuModel *menu;
  GtkWidget *popover;
  GtkWidget *editor; /* of the cell that is edited, made when first needed */
  gint64 edited;     /* the record it is of, or 0 */
  guint edited_column;
  GtkWidget *filter_editor;
  GSettings *settings;

  gint64 n_all;  /* records without search and filters, or -1 */
  gint64 wanted; /* the record to scroll to once it is there, or 0 */
  guint laid_out_id;
  char *failure; /* what could not be done, until the next try */
  guint loading_source;
  guint save_source;
  char *name; /* what its columns, order and filters are remembered by */
  GCancellable *cancellable;
  GCancellable *counting;
  gboolean compact;
  gboolean embedded; /* inside a page, which says what it is and how much */
  gboolean setting_query;

  int money; /* the field that is added up, or -1 */
  AccordTotal *total;
  char *total_words;
  gboolean total_stale;
  guint total_source;
  GCancellable *totalling;

  GtkWidget *tools;
  GtkWidget *search;
  GtkWidget *filter_button;
  GtkWidget *sort_button;
  GtkWidget *columns_button;
  GtkWidget *edit_button; /* shown while several are selected */
  GtkWidget *count_beside;
  GtkWidget *count_below;
  GtkWidget *total_label;
  GtkWidget *filters;
  GtkWidget *error_bar;
  GtkWidget *error_label;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *table;
  GtkWidget *skeleton;
  GtkWidget *empty_page;
  GtkWidget *import_button; /* payments come by the file */
  GtkWidget *add_button;
  GtkWidget *no_match_page;
  GtkWidget *clear_button;
  GMenu *sort_menu;
  GMenu *columns_menu;
};

/* list-view-query.c */
void accord_list_view_follow_query (AccordListView *self);

/* list-view-filters.c */
void accord_list_view_set_up_filters (AccordListView *self);
void accord_list_view_update_filters (AccordListView *self);

/* list-view-selection.c */
void accord_list_view_follow_selection (AccordListView *self);

/* list-view-state.c */
void accord_list_view_count_hidden (AccordListView *self);
gboolean accord_list_view_is_narrowed (AccordListView *self);
void accord_list_view_show_failure (AccordListView *self, const char *message);
void accord_list_view_update (AccordListView *self);
void accord_list_view_update_empty (AccordListView *self);

/* list-view-total.c */
void accord_list_view_set_up_total (AccordListView *self);
void accord_list_view_forget_total (AccordListView *self);
void accord_list_view_update_total (AccordListView *self);

/* list-view-set-up.c */
void accord_list_view_bind_template (GtkWidgetClass *widget_class);
void accord_list_view_set_up_embedded (AccordListView *self);
void accord_list_view_set_up (AccordListView *self);
void accord_list_view_update_menus (AccordListView *self);
void accord_list_view_label_parts (AccordListView *self);

/* list-view-memory.c */
void accord_list_view_set_up_memory (AccordListView *self);
void accord_list_view_remember (AccordListView *self);
void accord_list_view_keep_memory (AccordListView *self);

/* list-view-inline.c */
void accord_list_view_install_inline (GtkWidgetClass *widget_class);
void accord_list_view_set_up_inline (AccordListView *self);
gboolean accord_list_view_can_edit_cell (AccordListView *self, guint column);
gboolean accord_list_view_edit_cell (AccordListView *self, guint position, guint column);
gboolean accord_list_view_edit_near (AccordListView *self, guint position, int column, int step);

/* list-view-clipboard.c */
void accord_list_view_install_clipboard (GtkWidgetClass *widget_class);
void accord_list_view_paste_text (AccordListView *self, const char *text);

/* list-view-actions.c */
guint accord_list_view_position_of (AccordListView *self, GtkWidget *widget);
void accord_list_view_install_actions (GtkWidgetClass *widget_class);
void accord_list_view_set_up_context_menu (AccordListView *self);
void accord_list_view_update_actions (AccordListView *self);

G_END_DECLS
