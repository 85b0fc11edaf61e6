/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "room/comment-card.h"

G_BEGIN_DECLS

/* A comment with what it is on, what was tried with it, and what was answered. */
struct _AccordCommentCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *place;
  GtkWidget *place_label;
  GtkWidget *state;
  GtkWidget *pill;
  GtkWidget *sort;
  GtkWidget *quote;
  GtkWidget *said;
  GtkWidget *tried;
  GtkWidget *replies;
  GtkWidget *reply;

  AccordWorkspace *workspace;
  AccordRecord *comment;
  char *what_if;
  gboolean fixed;    /* only read here */
  gboolean answered; /* somebody replied, or the caveat that it became has its answer */
  char *voice;       /* whose words may be changed here; %NULL for everybody's */
  GSimpleAction *choose;
};

/* comment-card-replies.c */
void accord_comment_card_place_reply (AccordCommentCard *self);
gboolean accord_comment_card_is_ours (AccordCommentCard *self, AccordRecord *comment);
void accord_comment_card_show_replies (AccordCommentCard *self, const AccordCommentThread *thread);

G_END_DECLS
