// Made from the catalogue by "npm run db:types". Do not edit; a test fails when it is stale.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      accounts: {
        Row: {
          created_at: string;
          email: string;
          participant_id: string;
        };
        Insert: {
          created_at?: string;
          email: string;
          participant_id: string;
        };
        Update: {
          created_at?: string;
          email?: string;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'accounts_participant_id_fkey';
            columns: ['participant_id'];
            isOneToOne: true;
            referencedRelation: 'participants';
            referencedColumns: ['id'];
          }
        ];
      };
      agreement_confirmations: {
        Row: {
          agreement_id: string;
          confirmed_at: string;
          on_paper: boolean;
          side: string;
        };
        Insert: {
          agreement_id: string;
          confirmed_at?: string;
          on_paper?: boolean;
          side: string;
        };
        Update: {
          agreement_id?: string;
          confirmed_at?: string;
          on_paper?: boolean;
          side?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'agreement_confirmations_agreement_id_fkey';
            columns: ['agreement_id'];
            isOneToOne: false;
            referencedRelation: 'agreements';
            referencedColumns: ['id'];
          }
        ];
      };
      agreement_details: {
        Row: {
          agreement_id: string;
          key_holder: string;
          who_to_call: string;
        };
        Insert: {
          agreement_id: string;
          key_holder?: string;
          who_to_call?: string;
        };
        Update: {
          agreement_id?: string;
          key_holder?: string;
          who_to_call?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'agreement_details_agreement_id_fkey';
            columns: ['agreement_id'];
            isOneToOne: true;
            referencedRelation: 'agreements';
            referencedColumns: ['id'];
          }
        ];
      };
      agreements: {
        Row: {
          claim_id: string;
          conditions: string[];
          costs: string;
          created_at: string;
          ending: string;
          ends_on: string | null;
          group_does: string[];
          id: string;
          insurance: string;
          made_by: string;
          owner_does: string[];
          starts_on: string;
          version: number;
          what: string;
        };
        Insert: {
          claim_id: string;
          conditions?: string[];
          costs?: string;
          created_at?: string;
          ending?: string;
          ends_on?: string | null;
          group_does?: string[];
          id: string;
          insurance?: string;
          made_by: string;
          owner_does?: string[];
          starts_on: string;
          version: number;
          what: string;
        };
        Update: {
          claim_id?: string;
          conditions?: string[];
          costs?: string;
          created_at?: string;
          ending?: string;
          ends_on?: string | null;
          group_does?: string[];
          id?: string;
          insurance?: string;
          made_by?: string;
          owner_does?: string[];
          starts_on?: string;
          version?: number;
          what?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'agreements_claim_id_fkey';
            columns: ['claim_id'];
            isOneToOne: false;
            referencedRelation: 'claims';
            referencedColumns: ['id'];
          }
        ];
      };
      answers: {
        Row: {
          called_first: boolean;
          created_at: string;
          idea_id: string;
          kind: string;
          number: string | null;
          organisation_id: string;
          publish_at: string;
          published: boolean;
          reason: string | null;
        };
        Insert: {
          called_first?: boolean;
          created_at?: string;
          idea_id: string;
          kind: string;
          number?: string | null;
          organisation_id: string;
          publish_at?: string;
          published?: boolean;
          reason?: string | null;
        };
        Update: {
          called_first?: boolean;
          created_at?: string;
          idea_id?: string;
          kind?: string;
          number?: string | null;
          organisation_id?: string;
          publish_at?: string;
          published?: boolean;
          reason?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'answers_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: true;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'answers_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          }
        ];
      };
      canaries: {
        Row: {
          id: number;
          song: string;
        };
        Insert: {
          id: number;
          song: string;
        };
        Update: {
          id?: number;
          song?: string;
        };
        Relationships: [];
      };
      change_counters: {
        Row: {
          neighbourhood_id: string;
          position: number;
        };
        Insert: {
          neighbourhood_id: string;
          position?: number;
        };
        Update: {
          neighbourhood_id?: string;
          position?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'change_counters_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: true;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      changes: {
        Row: {
          at: string;
          entity: string;
          entity_id: string;
          kind: string;
          neighbourhood_id: string;
          position: number;
        };
        Insert: {
          at?: string;
          entity: string;
          entity_id: string;
          kind: string;
          neighbourhood_id: string;
          position: number;
        };
        Update: {
          at?: string;
          entity?: string;
          entity_id?: string;
          kind?: string;
          neighbourhood_id?: string;
          position?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'changes_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      check_ins: {
        Row: {
          answer: string | null;
          answered_at: string | null;
          asked_on: string;
          coalition_id: string;
          id: string;
          idea_id: string;
          words: string | null;
        };
        Insert: {
          answer?: string | null;
          answered_at?: string | null;
          asked_on: string;
          coalition_id: string;
          id: string;
          idea_id: string;
          words?: string | null;
        };
        Update: {
          answer?: string | null;
          answered_at?: string | null;
          asked_on?: string;
          coalition_id?: string;
          id?: string;
          idea_id?: string;
          words?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'check_ins_coalition_id_fkey';
            columns: ['coalition_id'];
            isOneToOne: false;
            referencedRelation: 'coalitions';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'check_ins_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      claims: {
        Row: {
          answer_by: string | null;
          asks_before: string | null;
          asks_whom: string | null;
          changed_at: string;
          coalition_id: string;
          created_at: string;
          during: string;
          ends_on: string | null;
          exclusive: number;
          granted_at: string | null;
          held: boolean | null;
          id: string;
          idea_id: string;
          looked_after_by: string | null;
          neighbourhood_id: string;
          next_check_in: string | null;
          other_place_id: string | null;
          place_id: string;
          purpose: string;
          realised_on: string | null;
          reopened_once: boolean;
          silent_since: string | null;
          size: string;
          starts_on: string;
          state: string;
          version: number;
          weekly: Json | null;
        };
        Insert: {
          answer_by?: string | null;
          asks_before?: string | null;
          asks_whom?: string | null;
          changed_at?: string;
          coalition_id: string;
          created_at?: string;
          during: string;
          ends_on?: string | null;
          exclusive: number;
          granted_at?: string | null;
          held?: never;
          id: string;
          idea_id: string;
          looked_after_by?: string | null;
          neighbourhood_id: string;
          next_check_in?: string | null;
          other_place_id?: string | null;
          place_id: string;
          purpose: string;
          realised_on?: string | null;
          reopened_once?: boolean;
          silent_since?: string | null;
          size: string;
          starts_on: string;
          state?: string;
          version?: number;
          weekly?: Json | null;
        };
        Update: {
          answer_by?: string | null;
          asks_before?: string | null;
          asks_whom?: string | null;
          changed_at?: string;
          coalition_id?: string;
          created_at?: string;
          during?: string;
          ends_on?: string | null;
          exclusive?: number;
          granted_at?: string | null;
          held?: never;
          id?: string;
          idea_id?: string;
          looked_after_by?: string | null;
          neighbourhood_id?: string;
          next_check_in?: string | null;
          other_place_id?: string | null;
          place_id?: string;
          purpose?: string;
          realised_on?: string | null;
          reopened_once?: boolean;
          silent_since?: string | null;
          size?: string;
          starts_on?: string;
          state?: string;
          version?: number;
          weekly?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: 'claims_coalition_id_fkey';
            columns: ['coalition_id'];
            isOneToOne: false;
            referencedRelation: 'coalitions';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'claims_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'claims_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'claims_other_place_id_fkey';
            columns: ['other_place_id'];
            isOneToOne: false;
            referencedRelation: 'places';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'claims_place_id_fkey';
            columns: ['place_id'];
            isOneToOne: false;
            referencedRelation: 'places';
            referencedColumns: ['id'];
          }
        ];
      };
      coalition_members: {
        Row: {
          coalition_id: string;
          id: string;
          joined_at: string;
          left_at: string | null;
          organisation_id: string | null;
          role: string;
          says: string | null;
          shown_name: string | null;
        };
        Insert: {
          coalition_id: string;
          id: string;
          joined_at?: string;
          left_at?: string | null;
          organisation_id?: string | null;
          role: string;
          says?: string | null;
          shown_name?: string | null;
        };
        Update: {
          coalition_id?: string;
          id?: string;
          joined_at?: string;
          left_at?: string | null;
          organisation_id?: string | null;
          role?: string;
          says?: string | null;
          shown_name?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'coalition_members_coalition_id_fkey';
            columns: ['coalition_id'];
            isOneToOne: false;
            referencedRelation: 'coalitions';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'coalition_members_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          }
        ];
      };
      coalition_people: {
        Row: {
          household: string;
          member_id: string;
          participant_id: string;
          professional: boolean;
          resident: boolean;
        };
        Insert: {
          household?: string;
          member_id: string;
          participant_id: string;
          professional?: boolean;
          resident?: boolean;
        };
        Update: {
          household?: string;
          member_id?: string;
          participant_id?: string;
          professional?: boolean;
          resident?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: 'coalition_people_member_id_fkey';
            columns: ['member_id'];
            isOneToOne: true;
            referencedRelation: 'coalition_members';
            referencedColumns: ['id'];
          }
        ];
      };
      coalitions: {
        Row: {
          created_at: string;
          id: string;
          idea_id: string;
          kept_going_since: string | null;
          looked_after_by: string | null;
          name: string | null;
          neighbourhood_id: string;
          next_check_in: string | null;
          state: string;
          version: number;
        };
        Insert: {
          created_at?: string;
          id: string;
          idea_id: string;
          kept_going_since?: string | null;
          looked_after_by?: string | null;
          name?: string | null;
          neighbourhood_id: string;
          next_check_in?: string | null;
          state?: string;
          version?: number;
        };
        Update: {
          created_at?: string;
          id?: string;
          idea_id?: string;
          kept_going_since?: string | null;
          looked_after_by?: string | null;
          name?: string | null;
          neighbourhood_id?: string;
          next_check_in?: string | null;
          state?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'coalitions_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'coalitions_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      comment_authors: {
        Row: {
          comment_id: string;
          participant_id: string;
        };
        Insert: {
          comment_id: string;
          participant_id: string;
        };
        Update: {
          comment_id?: string;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'comment_authors_comment_id_fkey';
            columns: ['comment_id'];
            isOneToOne: true;
            referencedRelation: 'comments';
            referencedColumns: ['id'];
          }
        ];
      };
      comments: {
        Row: {
          author_name: string | null;
          body: string;
          created_at: string;
          hidden: boolean;
          id: string;
          idea_id: string;
          language: string;
        };
        Insert: {
          author_name?: string | null;
          body: string;
          created_at?: string;
          hidden?: boolean;
          id: string;
          idea_id: string;
          language?: string;
        };
        Update: {
          author_name?: string | null;
          body?: string;
          created_at?: string;
          hidden?: boolean;
          id?: string;
          idea_id?: string;
          language?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'comments_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      commitment_people: {
        Row: {
          commitment_id: string;
          participant_id: string;
        };
        Insert: {
          commitment_id: string;
          participant_id: string;
        };
        Update: {
          commitment_id?: string;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'commitment_people_commitment_id_fkey';
            columns: ['commitment_id'];
            isOneToOne: true;
            referencedRelation: 'commitments';
            referencedColumns: ['id'];
          }
        ];
      };
      commitments: {
        Row: {
          coalition_id: string;
          created_at: string;
          done_at: string | null;
          dropped_at: string | null;
          due: string;
          id: string;
          idea_id: string;
          neighbourhood_id: string;
          organisation_id: string | null;
          shown_name: string | null;
          version: number;
          what: string;
        };
        Insert: {
          coalition_id: string;
          created_at?: string;
          done_at?: string | null;
          dropped_at?: string | null;
          due: string;
          id: string;
          idea_id: string;
          neighbourhood_id: string;
          organisation_id?: string | null;
          shown_name?: string | null;
          version?: number;
          what: string;
        };
        Update: {
          coalition_id?: string;
          created_at?: string;
          done_at?: string | null;
          dropped_at?: string | null;
          due?: string;
          id?: string;
          idea_id?: string;
          neighbourhood_id?: string;
          organisation_id?: string | null;
          shown_name?: string | null;
          version?: number;
          what?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'commitments_coalition_id_fkey';
            columns: ['coalition_id'];
            isOneToOne: false;
            referencedRelation: 'coalitions';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'commitments_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'commitments_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'commitments_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          }
        ];
      };
      contacts: {
        Row: {
          channel: string;
          created_at: string;
          neighbourhood_id: string;
          participant_id: string;
          value: string;
        };
        Insert: {
          channel: string;
          created_at?: string;
          neighbourhood_id: string;
          participant_id: string;
          value: string;
        };
        Update: {
          channel?: string;
          created_at?: string;
          neighbourhood_id?: string;
          participant_id?: string;
          value?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'contacts_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'contacts_participant_id_fkey';
            columns: ['participant_id'];
            isOneToOne: false;
            referencedRelation: 'participants';
            referencedColumns: ['id'];
          }
        ];
      };
      event_actors: {
        Row: {
          event_id: string;
          on_behalf_of: string | null;
          participant_id: string;
        };
        Insert: {
          event_id: string;
          on_behalf_of?: string | null;
          participant_id: string;
        };
        Update: {
          event_id?: string;
          on_behalf_of?: string | null;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'event_actors_event_id_fkey';
            columns: ['event_id'];
            isOneToOne: true;
            referencedRelation: 'events';
            referencedColumns: ['id'];
          }
        ];
      };
      events: {
        Row: {
          actor_label: string | null;
          actor_role: string;
          at: string;
          detail: Json;
          entity: string;
          entity_id: string;
          id: string;
          idea_id: string | null;
          kind: string;
          member_id: string | null;
          neighbourhood_id: string;
          organisation_id: string | null;
          position: number;
          reason: string | null;
        };
        Insert: {
          actor_label?: string | null;
          actor_role: string;
          at?: string;
          detail?: Json;
          entity: string;
          entity_id: string;
          id?: string;
          idea_id?: string | null;
          kind: string;
          member_id?: string | null;
          neighbourhood_id: string;
          organisation_id?: string | null;
          position?: never;
          reason?: string | null;
        };
        Update: {
          actor_label?: string | null;
          actor_role?: string;
          at?: string;
          detail?: Json;
          entity?: string;
          entity_id?: string;
          id?: string;
          idea_id?: string | null;
          kind?: string;
          member_id?: string | null;
          neighbourhood_id?: string;
          organisation_id?: string | null;
          position?: never;
          reason?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'events_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      follow_codes: {
        Row: {
          code: string;
          idea_id: string;
          neighbourhood_id: string;
        };
        Insert: {
          code: string;
          idea_id: string;
          neighbourhood_id: string;
        };
        Update: {
          code?: string;
          idea_id?: string;
          neighbourhood_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'follow_codes_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: true;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'follow_codes_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      follows: {
        Row: {
          channel: string;
          created_at: string;
          idea_id: string;
          participant_id: string;
        };
        Insert: {
          channel: string;
          created_at?: string;
          idea_id: string;
          participant_id: string;
        };
        Update: {
          channel?: string;
          created_at?: string;
          idea_id?: string;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'follows_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      gatherings: {
        Row: {
          cancelled_at: string | null;
          created_at: string;
          ends_at: string | null;
          id: string;
          idea_id: string | null;
          neighbourhood_id: string;
          place_id: string | null;
          starts_at: string;
          title: string;
          where_words: string;
          words: string;
        };
        Insert: {
          cancelled_at?: string | null;
          created_at?: string;
          ends_at?: string | null;
          id: string;
          idea_id?: string | null;
          neighbourhood_id: string;
          place_id?: string | null;
          starts_at: string;
          title: string;
          where_words?: string;
          words?: string;
        };
        Update: {
          cancelled_at?: string | null;
          created_at?: string;
          ends_at?: string | null;
          id?: string;
          idea_id?: string | null;
          neighbourhood_id?: string;
          place_id?: string | null;
          starts_at?: string;
          title?: string;
          where_words?: string;
          words?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'gatherings_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'gatherings_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'gatherings_place_id_fkey';
            columns: ['place_id'];
            isOneToOne: false;
            referencedRelation: 'places';
            referencedColumns: ['id'];
          }
        ];
      };
      idea_authors: {
        Row: {
          consent_note: string | null;
          entered_by: string | null;
          idea_id: string;
          participant_id: string;
        };
        Insert: {
          consent_note?: string | null;
          entered_by?: string | null;
          idea_id: string;
          participant_id: string;
        };
        Update: {
          consent_note?: string | null;
          entered_by?: string | null;
          idea_id?: string;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'idea_authors_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: true;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      ideas: {
        Row: {
          author_name: string | null;
          can_do: string | null;
          changed_at: string;
          comment_count: number;
          created_at: string;
          description: string;
          ground: string | null;
          helper_count: number;
          hidden: boolean;
          id: string;
          kind: string;
          language: string;
          location: unknown | null;
          moved_to_street: boolean;
          neighbourhood_id: string;
          original: string | null;
          place_id: string | null;
          place_needed: boolean;
          point: unknown | null;
          read_at: string | null;
          read_before: string | null;
          realised_on: string | null;
          relayed: boolean;
          size: string;
          state: string;
          street: string | null;
          support_count: number;
          theme_id: string | null;
          title: string;
          version: number;
        };
        Insert: {
          author_name?: string | null;
          can_do?: string | null;
          changed_at?: string;
          comment_count?: number;
          created_at?: string;
          description?: string;
          ground?: string | null;
          helper_count?: number;
          hidden?: boolean;
          id: string;
          kind?: string;
          language?: string;
          location?: unknown | null;
          moved_to_street?: boolean;
          neighbourhood_id: string;
          original?: string | null;
          place_id?: string | null;
          place_needed?: boolean;
          point?: never;
          read_at?: string | null;
          read_before?: string | null;
          realised_on?: string | null;
          relayed?: boolean;
          size?: string;
          state?: string;
          street?: string | null;
          support_count?: number;
          theme_id?: string | null;
          title: string;
          version?: number;
        };
        Update: {
          author_name?: string | null;
          can_do?: string | null;
          changed_at?: string;
          comment_count?: number;
          created_at?: string;
          description?: string;
          ground?: string | null;
          helper_count?: number;
          hidden?: boolean;
          id?: string;
          kind?: string;
          language?: string;
          location?: unknown | null;
          moved_to_street?: boolean;
          neighbourhood_id?: string;
          original?: string | null;
          place_id?: string | null;
          place_needed?: boolean;
          point?: never;
          read_at?: string | null;
          read_before?: string | null;
          realised_on?: string | null;
          relayed?: boolean;
          size?: string;
          state?: string;
          street?: string | null;
          support_count?: number;
          theme_id?: string | null;
          title?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'ideas_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'ideas_place_id_fkey';
            columns: ['place_id'];
            isOneToOne: false;
            referencedRelation: 'places';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'ideas_theme_id_fkey';
            columns: ['theme_id'];
            isOneToOne: false;
            referencedRelation: 'themes';
            referencedColumns: ['id'];
          }
        ];
      };
      idempotency_keys: {
        Row: {
          created_at: string;
          key: string;
          participant_id: string;
          request_hash: string;
          response: Json | null;
        };
        Insert: {
          created_at?: string;
          key: string;
          participant_id: string;
          request_hash: string;
          response?: Json | null;
        };
        Update: {
          created_at?: string;
          key?: string;
          participant_id?: string;
          request_hash?: string;
          response?: Json | null;
        };
        Relationships: [];
      };
      invitations: {
        Row: {
          accepted_at: string | null;
          created_at: string;
          email: string;
          id: string;
          mandate: string | null;
          neighbourhood_id: string;
          organisation_id: string | null;
          role: string | null;
        };
        Insert: {
          accepted_at?: string | null;
          created_at?: string;
          email: string;
          id?: string;
          mandate?: string | null;
          neighbourhood_id: string;
          organisation_id?: string | null;
          role?: string | null;
        };
        Update: {
          accepted_at?: string | null;
          created_at?: string;
          email?: string;
          id?: string;
          mandate?: string | null;
          neighbourhood_id?: string;
          organisation_id?: string | null;
          role?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'invitations_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'invitations_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          }
        ];
      };
      map_objects: {
        Row: {
          detail: string | null;
          geometry: unknown;
          house_number: string | null;
          id: string;
          kind: string;
          name: string | null;
          neighbourhood_id: string;
          source: string;
          source_date: string | null;
          street: string | null;
          street_certain: boolean;
        };
        Insert: {
          detail?: string | null;
          geometry: unknown;
          house_number?: string | null;
          id: string;
          kind: string;
          name?: string | null;
          neighbourhood_id: string;
          source: string;
          source_date?: string | null;
          street?: string | null;
          street_certain?: boolean;
        };
        Update: {
          detail?: string | null;
          geometry?: unknown;
          house_number?: string | null;
          id?: string;
          kind?: string;
          name?: string | null;
          neighbourhood_id?: string;
          source?: string;
          source_date?: string | null;
          street?: string | null;
          street_certain?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: 'map_objects_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      memberships: {
        Row: {
          created_at: string;
          neighbourhood_id: string;
          participant_id: string;
          role: string;
        };
        Insert: {
          created_at?: string;
          neighbourhood_id: string;
          participant_id: string;
          role: string;
        };
        Update: {
          created_at?: string;
          neighbourhood_id?: string;
          participant_id?: string;
          role?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'memberships_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'memberships_participant_id_fkey';
            columns: ['participant_id'];
            isOneToOne: false;
            referencedRelation: 'participants';
            referencedColumns: ['id'];
          }
        ];
      };
      messages: {
        Row: {
          body: string;
          created_at: string;
          id: string;
          idea_id: string | null;
          neighbourhood_id: string;
          participant_id: string;
          read_at: string | null;
          reply_to: string | null;
        };
        Insert: {
          body: string;
          created_at?: string;
          id: string;
          idea_id?: string | null;
          neighbourhood_id: string;
          participant_id: string;
          read_at?: string | null;
          reply_to?: string | null;
        };
        Update: {
          body?: string;
          created_at?: string;
          id?: string;
          idea_id?: string | null;
          neighbourhood_id?: string;
          participant_id?: string;
          read_at?: string | null;
          reply_to?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'messages_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'messages_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      moderations: {
        Row: {
          created_at: string;
          idea_id: string;
          reason: string;
        };
        Insert: {
          created_at?: string;
          idea_id: string;
          reason: string;
        };
        Update: {
          created_at?: string;
          idea_id?: string;
          reason?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'moderations_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: true;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      needs: {
        Row: {
          amount: number | null;
          covered_at: string | null;
          covered_by: string | null;
          created_at: string;
          id: string;
          idea_id: string;
          kind: string;
          organisation_id: string | null;
          position: number;
          words: string;
        };
        Insert: {
          amount?: number | null;
          covered_at?: string | null;
          covered_by?: string | null;
          created_at?: string;
          id: string;
          idea_id: string;
          kind: string;
          organisation_id?: string | null;
          position?: number;
          words?: string;
        };
        Update: {
          amount?: number | null;
          covered_at?: string | null;
          covered_by?: string | null;
          created_at?: string;
          id?: string;
          idea_id?: string;
          kind?: string;
          organisation_id?: string | null;
          position?: number;
          words?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'needs_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'needs_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          }
        ];
      };
      neighbourhoods: {
        Row: {
          border: unknown;
          contact: Json;
          context_border: unknown | null;
          created_at: string;
          demo: boolean;
          id: string;
          kind: string;
          languages: string[];
          name: string;
          sentence: Json;
          settings: Json;
          slug: string;
          time_zone: string;
        };
        Insert: {
          border: unknown;
          contact?: Json;
          context_border?: unknown | null;
          created_at?: string;
          demo?: boolean;
          id: string;
          kind?: string;
          languages?: string[];
          name: string;
          sentence?: Json;
          settings?: Json;
          slug: string;
          time_zone?: string;
        };
        Update: {
          border?: unknown;
          contact?: Json;
          context_border?: unknown | null;
          created_at?: string;
          demo?: boolean;
          id?: string;
          kind?: string;
          languages?: string[];
          name?: string;
          sentence?: Json;
          settings?: Json;
          slug?: string;
          time_zone?: string;
        };
        Relationships: [];
      };
      next_steps: {
        Row: {
          created_at: string;
          done_at: string | null;
          due: string;
          id: string;
          idea_id: string;
          what: string;
          who: string;
        };
        Insert: {
          created_at?: string;
          done_at?: string | null;
          due: string;
          id: string;
          idea_id: string;
          what: string;
          who: string;
        };
        Update: {
          created_at?: string;
          done_at?: string | null;
          due?: string;
          id?: string;
          idea_id?: string;
          what?: string;
          who?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'next_steps_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      offers: {
        Row: {
          created_at: string;
          first_name: string | null;
          how_far: string;
          id: string;
          neighbourhood_id: string;
          participant_id: string;
          paused: boolean;
          what: string;
          when_words: string;
        };
        Insert: {
          created_at?: string;
          first_name?: string | null;
          how_far?: string;
          id: string;
          neighbourhood_id: string;
          participant_id: string;
          paused?: boolean;
          what: string;
          when_words?: string;
        };
        Update: {
          created_at?: string;
          first_name?: string | null;
          how_far?: string;
          id?: string;
          neighbourhood_id?: string;
          participant_id?: string;
          paused?: boolean;
          what?: string;
          when_words?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'offers_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      one_time_codes: {
        Row: {
          code_hash: string;
          created_at: string;
          email: string | null;
          expires_at: string;
          participant_id: string | null;
          purpose: string;
          tries: number;
          used_at: string | null;
        };
        Insert: {
          code_hash: string;
          created_at?: string;
          email?: string | null;
          expires_at: string;
          participant_id?: string | null;
          purpose: string;
          tries?: number;
          used_at?: string | null;
        };
        Update: {
          code_hash?: string;
          created_at?: string;
          email?: string | null;
          expires_at?: string;
          participant_id?: string | null;
          purpose?: string;
          tries?: number;
          used_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'one_time_codes_participant_id_fkey';
            columns: ['participant_id'];
            isOneToOne: false;
            referencedRelation: 'participants';
            referencedColumns: ['id'];
          }
        ];
      };
      organisation_members: {
        Row: {
          created_at: string;
          mandate: string;
          organisation_id: string;
          participant_id: string;
          shown_name: string | null;
        };
        Insert: {
          created_at?: string;
          mandate?: string;
          organisation_id: string;
          participant_id: string;
          shown_name?: string | null;
        };
        Update: {
          created_at?: string;
          mandate?: string;
          organisation_id?: string;
          participant_id?: string;
          shown_name?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'organisation_members_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'organisation_members_participant_id_fkey';
            columns: ['participant_id'];
            isOneToOne: false;
            referencedRelation: 'participants';
            referencedColumns: ['id'];
          }
        ];
      };
      organisations: {
        Row: {
          created_at: string;
          example: boolean;
          id: string;
          kind: string;
          location: unknown | null;
          name: string;
          neighbourhood_id: string;
          reach: string;
          version: number;
          words: string;
        };
        Insert: {
          created_at?: string;
          example?: boolean;
          id: string;
          kind?: string;
          location?: unknown | null;
          name: string;
          neighbourhood_id: string;
          reach?: string;
          version?: number;
          words?: string;
        };
        Update: {
          created_at?: string;
          example?: boolean;
          id?: string;
          kind?: string;
          location?: unknown | null;
          name?: string;
          neighbourhood_id?: string;
          reach?: string;
          version?: number;
          words?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'organisations_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      outbox_mails: {
        Row: {
          body: string;
          created_at: string;
          id: string;
          recipient: string;
          sent_at: string | null;
          subject: string;
        };
        Insert: {
          body: string;
          created_at?: string;
          id?: string;
          recipient: string;
          sent_at?: string | null;
          subject: string;
        };
        Update: {
          body?: string;
          created_at?: string;
          id?: string;
          recipient?: string;
          sent_at?: string | null;
          subject?: string;
        };
        Relationships: [];
      };
      participants: {
        Row: {
          created_at: string;
          first_name: string | null;
          id: string;
          language: string;
        };
        Insert: {
          created_at?: string;
          first_name?: string | null;
          id: string;
          language?: string;
        };
        Update: {
          created_at?: string;
          first_name?: string | null;
          id?: string;
          language?: string;
        };
        Relationships: [];
      };
      pearl_authors: {
        Row: {
          participant_id: string;
          pearl_id: string;
        };
        Insert: {
          participant_id: string;
          pearl_id: string;
        };
        Update: {
          participant_id?: string;
          pearl_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pearl_authors_pearl_id_fkey';
            columns: ['pearl_id'];
            isOneToOne: true;
            referencedRelation: 'pearls';
            referencedColumns: ['id'];
          }
        ];
      };
      pearls: {
        Row: {
          author_name: string | null;
          created_at: string;
          example: boolean;
          ground: string | null;
          hidden: boolean;
          id: string;
          location: unknown | null;
          neighbourhood_id: string;
          street: string | null;
          title: string;
          why: string;
        };
        Insert: {
          author_name?: string | null;
          created_at?: string;
          example?: boolean;
          ground?: string | null;
          hidden?: boolean;
          id: string;
          location?: unknown | null;
          neighbourhood_id: string;
          street?: string | null;
          title: string;
          why?: string;
        };
        Update: {
          author_name?: string | null;
          created_at?: string;
          example?: boolean;
          ground?: string | null;
          hidden?: boolean;
          id?: string;
          location?: unknown | null;
          neighbourhood_id?: string;
          street?: string | null;
          title?: string;
          why?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pearls_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      places: {
        Row: {
          certainty: string | null;
          created_at: string;
          description: string;
          example: boolean;
          icon: string;
          id: string;
          kind: string;
          location: unknown;
          map_object_id: string | null;
          name: string;
          neighbourhood_id: string;
          shape: unknown | null;
          sharing: string;
          source: string | null;
          source_date: string | null;
          steward_organisation_id: string | null;
          street: string | null;
          version: number;
        };
        Insert: {
          certainty?: string | null;
          created_at?: string;
          description?: string;
          example?: boolean;
          icon?: string;
          id: string;
          kind: string;
          location: unknown;
          map_object_id?: string | null;
          name: string;
          neighbourhood_id: string;
          shape?: unknown | null;
          sharing?: string;
          source?: string | null;
          source_date?: string | null;
          steward_organisation_id?: string | null;
          street?: string | null;
          version?: number;
        };
        Update: {
          certainty?: string | null;
          created_at?: string;
          description?: string;
          example?: boolean;
          icon?: string;
          id?: string;
          kind?: string;
          location?: unknown;
          map_object_id?: string | null;
          name?: string;
          neighbourhood_id?: string;
          shape?: unknown | null;
          sharing?: string;
          source?: string | null;
          source_date?: string | null;
          steward_organisation_id?: string | null;
          street?: string | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'places_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'places_steward_organisation_id_fkey';
            columns: ['steward_organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          }
        ];
      };
      sessions: {
        Row: {
          created_at: string;
          expires_at: string;
          participant_id: string;
          revoked_at: string | null;
          token_hash: string;
        };
        Insert: {
          created_at?: string;
          expires_at?: string;
          participant_id: string;
          revoked_at?: string | null;
          token_hash: string;
        };
        Update: {
          created_at?: string;
          expires_at?: string;
          participant_id?: string;
          revoked_at?: string | null;
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'sessions_participant_id_fkey';
            columns: ['participant_id'];
            isOneToOne: false;
            referencedRelation: 'participants';
            referencedColumns: ['id'];
          }
        ];
      };
      supports: {
        Row: {
          created_at: string;
          degree: string;
          idea_id: string;
          participant_id: string;
        };
        Insert: {
          created_at?: string;
          degree?: string;
          idea_id: string;
          participant_id: string;
        };
        Update: {
          created_at?: string;
          degree?: string;
          idea_id?: string;
          participant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'supports_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          }
        ];
      };
      themes: {
        Row: {
          icon: string;
          id: string;
          key: string;
          names: Json;
          neighbourhood_id: string;
          position: number;
        };
        Insert: {
          icon: string;
          id: string;
          key: string;
          names: Json;
          neighbourhood_id: string;
          position?: number;
        };
        Update: {
          icon?: string;
          id?: string;
          key?: string;
          names?: Json;
          neighbourhood_id?: string;
          position?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'themes_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
      updates: {
        Row: {
          body: string;
          created_at: string;
          hidden: boolean;
          id: string;
          idea_id: string;
          kind: string;
          neighbourhood_id: string;
          organisation_id: string | null;
          shown_name: string | null;
          upload_id: string | null;
        };
        Insert: {
          body: string;
          created_at?: string;
          hidden?: boolean;
          id: string;
          idea_id: string;
          kind?: string;
          neighbourhood_id: string;
          organisation_id?: string | null;
          shown_name?: string | null;
          upload_id?: string | null;
        };
        Update: {
          body?: string;
          created_at?: string;
          hidden?: boolean;
          id?: string;
          idea_id?: string;
          kind?: string;
          neighbourhood_id?: string;
          organisation_id?: string | null;
          shown_name?: string | null;
          upload_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'updates_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'updates_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'updates_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'updates_upload_id_fkey';
            columns: ['upload_id'];
            isOneToOne: false;
            referencedRelation: 'uploads';
            referencedColumns: ['id'];
          }
        ];
      };
      upload_owners: {
        Row: {
          participant_id: string;
          upload_id: string;
        };
        Insert: {
          participant_id: string;
          upload_id: string;
        };
        Update: {
          participant_id?: string;
          upload_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'upload_owners_upload_id_fkey';
            columns: ['upload_id'];
            isOneToOne: true;
            referencedRelation: 'uploads';
            referencedColumns: ['id'];
          }
        ];
      };
      upload_variants: {
        Row: {
          bytes: string;
          media_type: string;
          upload_id: string;
          variant: string;
        };
        Insert: {
          bytes: string;
          media_type: string;
          upload_id: string;
          variant: string;
        };
        Update: {
          bytes?: string;
          media_type?: string;
          upload_id?: string;
          variant?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'upload_variants_upload_id_fkey';
            columns: ['upload_id'];
            isOneToOne: false;
            referencedRelation: 'uploads';
            referencedColumns: ['id'];
          }
        ];
      };
      uploads: {
        Row: {
          created_at: string;
          description: string;
          height: number;
          hidden: boolean;
          id: string;
          idea_id: string | null;
          neighbourhood_id: string;
          people_agreed: boolean | null;
          width: number;
        };
        Insert: {
          created_at?: string;
          description?: string;
          height: number;
          hidden?: boolean;
          id: string;
          idea_id?: string | null;
          neighbourhood_id: string;
          people_agreed?: boolean | null;
          width: number;
        };
        Update: {
          created_at?: string;
          description?: string;
          height?: number;
          hidden?: boolean;
          id?: string;
          idea_id?: string | null;
          neighbourhood_id?: string;
          people_agreed?: boolean | null;
          width?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'uploads_idea_id_fkey';
            columns: ['idea_id'];
            isOneToOne: false;
            referencedRelation: 'ideas';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'uploads_neighbourhood_id_fkey';
            columns: ['neighbourhood_id'];
            isOneToOne: false;
            referencedRelation: 'neighbourhoods';
            referencedColumns: ['id'];
          }
        ];
      };
    };
    Views: { [_ in never]: never };
    Functions: {
      change_coalition: {
        Args: {
          coalition: string | null;
          act: string | null;
          request?: Json | null;
        };
        Returns: Json;
      };
      change_idea: {
        Args: {
          idea: string | null;
          request: Json | null;
        };
        Returns: Json;
      };
      claim_page: {
        Args: {
          claim: string | null;
        };
        Returns: Json;
      };
      coalition_idea: {
        Args: {
          coalition: string | null;
        };
        Returns: string;
      };
      confirm_agreement: {
        Args: {
          agreement: string | null;
          request?: Json | null;
        };
        Returns: Json;
      };
      create_idea: {
        Args: {
          request: Json | null;
          idempotency_key?: string | null;
        };
        Returns: Json;
      };
      create_upload: {
        Args: {
          request: Json | null;
        };
        Returns: Json;
      };
      describe_spot: {
        Args: {
          neighbourhood_slug: string | null;
          longitude: number | null;
          latitude: number | null;
        };
        Returns: Json;
      };
      facilitate_idea: {
        Args: {
          idea: string | null;
          act: string | null;
          request?: Json | null;
        };
        Returns: Json;
      };
      follow_status: {
        Args: {
          neighbourhood_slug: string | null;
          code: string | null;
        };
        Returns: Json;
      };
      idea_facts: {
        Args: {
          ideas: string[] | null;
        };
        Returns: Json;
      };
      idea_page: {
        Args: {
          idea: string | null;
        };
        Returns: Json;
      };
      join_coalition: {
        Args: {
          coalition: string | null;
          request?: Json | null;
        };
        Returns: Json;
      };
      let_administrator_in: {
        Args: {
          email: string | null;
        };
        Returns: Json;
      };
      make_agreement: {
        Args: {
          claim: string | null;
          request: Json | null;
        };
        Returns: Json;
      };
      make_one_time_code: {
        Args: {
          code_hash: string | null;
          purpose: string | null;
          participant: string | null;
          email: string | null;
          minutes: number | null;
        };
        Returns: Json;
      };
      map_object: {
        Args: {
          neighbourhood_slug: string | null;
          object_id: string | null;
        };
        Returns: Json;
      };
      map_snapshot: {
        Args: {
          neighbourhood_slug: string | null;
        };
        Returns: Json;
      };
      move_session: {
        Args: {
          participant: string | null;
          token_hash: string | null;
        };
        Returns: Json;
      };
      my_overview: {
        Args: {
          neighbourhood_slug: string | null;
        };
        Returns: Json;
      };
      my_part: {
        Args: {
          idea: string | null;
        };
        Returns: Json;
      };
      offer_for_need: {
        Args: {
          need: string | null;
          request?: Json | null;
        };
        Returns: Json;
      };
      place_page: {
        Args: {
          place: string | null;
        };
        Returns: Json;
      };
      request_claim: {
        Args: {
          request: Json | null;
          idempotency_key?: string | null;
        };
        Returns: Json;
      };
      run_clock: { Args: Record<PropertyKey, never>; Returns: Json };
      search_neighbourhood: {
        Args: {
          neighbourhood_slug: string | null;
          words: string | null;
        };
        Returns: Json;
      };
      session_person: {
        Args: {
          token_hash: string | null;
        };
        Returns: Json;
      };
      sign_in_account: {
        Args: {
          email: string | null;
          auth_user: string | null;
          token_hash: string | null;
        };
        Returns: Json;
      };
      similar_ideas: {
        Args: {
          neighbourhood_slug: string | null;
          longitude: number | null;
          latitude: number | null;
          words: string | null;
        };
        Returns: Json;
      };
      start_coalition: {
        Args: {
          idea: string | null;
          request?: Json | null;
        };
        Returns: Json;
      };
      start_participant: {
        Args: {
          participant: string | null;
          token_hash: string | null;
          language?: string | null;
        };
        Returns: Json;
      };
      take_over_idea: {
        Args: {
          idea: string | null;
        };
        Returns: Json;
      };
      transition_claim: {
        Args: {
          claim: string | null;
          to_state: string | null;
          request?: Json | null;
          idempotency_key?: string | null;
        };
        Returns: Json;
      };
      upload_bytes: {
        Args: {
          upload: string | null;
          wanted: string | null;
        };
        Returns: Json;
      };
      use_one_time_code: {
        Args: {
          code_hash: string | null;
          purpose: string | null;
        };
        Returns: Json;
      };
      withdraw_idea: {
        Args: {
          idea: string | null;
          reason?: string | null;
        };
        Returns: Json;
      };
    };
    Enums: { [_ in never]: never };
    CompositeTypes: { [_ in never]: never };
  };
};
